# /// hostile
# attack = "The text of a program is nested too deep for its parser."
# reason = "exited"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
for text in ("(" * 100_000, "-" * 100_000 + "1", "[" * 150 + "]" * 150, "x" + ".y" * 100_000):
    try:
        compile(text, "nested", "eval")
        print("compiled")
    except (SyntaxError, MemoryError, RecursionError) as error:
        print(type(error).__name__)
