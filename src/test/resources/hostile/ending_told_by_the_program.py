# /// hostile
# attack = "The program tells its own end on every descriptor that there is, and then ends otherwise."
# reason = "failed"
# exit = 5
# contains = "exit 0"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, sys

for fd in range(1024):
    for what in (b"exit 0", b"signal 9", b"\1\0\0\0"):
        try:
            os.write(fd, what)
        except OSError:
            pass
sys.exit(5)
