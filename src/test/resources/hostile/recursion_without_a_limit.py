# /// hostile
# attack = "A function calls itself for ever, and there is no limit on that."
# reason = ["memory", "failed"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import sys

sys.setrecursionlimit(2**31 - 1)

def deeper():
    deeper()

deeper()
