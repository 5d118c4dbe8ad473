# /// hostile
# attack = "A file claims to be as large as a number can say."
# reason = "exited"
# contains = "No space left on device"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

fd = os.open("/tmp/hostile-sparse", os.O_RDWR | os.O_CREAT)
for make in (lambda: os.ftruncate(fd, 2**63 - 1), lambda: os.posix_fallocate(fd, 0, 1 << 40)):
    try:
        make()
        print("made")
    except OSError as error:
        print(error.strerror)
