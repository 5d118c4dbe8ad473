# /// hostile
# attack = "A line on standard error never ends, written past Python."
# reason = "output"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

while True:
    os.write(2, b"x" * 65536)
