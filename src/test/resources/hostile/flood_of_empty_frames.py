# /// hostile
# attack = "Frames that hold nothing are sent for ever."
# reason = ["cpu", "time"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

nothing = b"\xff\x1e?" + bytes(6)
while True:
    os.write(1, nothing * 1000)
