# /// hostile
# attack = "The program ends with the code that a signal would have."
# reason = "failed"
# exit = 137
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import sys

sys.exit(137)
