# /// hostile
# attack = "Output comes in single bytes, to make as many events as there can be."
# reason = ["output", "cpu"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

while True:
    os.write(1, b"x")
