# /// hostile
# attack = "Standard error is flooded."
# reason = "output"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import sys

while True:
    print("flood " * 100, file=sys.stderr)
