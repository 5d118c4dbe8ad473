# /// hostile
# attack = "Each setting of the kernel that is there, if any is, is written to."
# reason = "exited"
# matches = "^tried [0-9]+$"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

tried = 0
for folder in ("/proc/sys", "/proc/fs", "/proc/irq", "/proc/bus", "/proc/tty", "/proc/driver"):
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            tried += 1
            for content in (b"0", b"1", b"65534", b"100 200"):
                try:
                    fd = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
                except OSError:
                    break
                try:
                    os.write(fd, content)
                    print("ESCAPED", path, content)
                except OSError:
                    pass
                os.close(fd)
print("tried", tried)
