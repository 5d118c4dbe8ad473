# /// hostile
# attack = "The program reads from the socket that it should write to."
# reason = "time"
#
# [limits]
# wall-ms = 1500
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

os.read(1, 100)
print("ESCAPED")
