# /// hostile
# attack = "Output is flooded by a child that outlives the program."
# reason = ["output", "exited"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

if os.fork() == 0:
    while True:
        os.write(1, b"flood " * 1000)
