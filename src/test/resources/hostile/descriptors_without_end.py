# /// hostile
# attack = "Descriptors are opened for ever, in every process."
# reason = ["exited"]
# contains = "Too many open files"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

os.fork()
opened = 0
try:
    while opened < 100_000:
        os.dup(0)
        opened += 1
except OSError as error:
    os.write(2, error.strerror.encode() + b"\n")
if opened >= 512:
    os.write(2, b"ESCAPED")
