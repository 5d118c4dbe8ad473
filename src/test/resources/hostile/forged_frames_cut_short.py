# /// hostile
# attack = "Frames promise more than they hold, and end in the middle."
# reason = "exited"
# contains = "the child is heard"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, struct

for length in (0, 1, 100, 8000):
    os.write(1, struct.pack("<2scIH", b"\xff\x1e", b"o", 2, length) + b"x" * (length // 2))
    os.write(1, b"\xff")
os.write(1, b"\xff\x1e")
if os.fork() == 0:
    os.write(1, b"the child is heard\n")
    os._exit(0)
os.wait()
