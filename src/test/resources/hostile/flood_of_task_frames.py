# /// hostile
# attack = "Frames tell of threads that do not exist, for ever."
# reason = ["cpu", "time", "tasks"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, struct

number = 3
while True:
    number += 1
    name = b"n" * 8000
    for kind in (b"T", b"t"):
        os.write(1, struct.pack("<2scIH", b"\xff\x1e", kind, number, len(name)) + name)
