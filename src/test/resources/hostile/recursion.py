# /// hostile
# attack = "A function calls itself for ever."
# reason = "failed"
# exit = 1
# contains = "RecursionError"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
def deeper():
    deeper()

deeper()
