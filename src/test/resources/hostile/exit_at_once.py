# /// hostile
# attack = "The program ends without a word to Python."
# reason = "failed"
# exit = 7
# contains = "before"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

print("before")
os._exit(7)
