# /// hostile
# attack = "An error carries a message of megabytes."
# reason = ["output", "memory"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
raise ValueError("x" * (20 << 20))
