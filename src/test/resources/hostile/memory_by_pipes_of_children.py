# /// hostile
# attack = "Every process fills as many pipes as it may have."
# reason = "memory"
#
# [limits]
# wall-ms = 20000
# cpu-ms = 10000
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, time

for _ in range(18):
    if os.fork() == 0:
        break
kept, total = [], 0
try:
    while True:
        kept.append(os.pipe())
        os.set_blocking(kept[-1][1], False)
        try:
            while True:
                total += os.write(kept[-1][1], bytes(1 << 12))
        except BlockingIOError:
            pass
except OSError as error:
    os.write(1, b"%s: %d pipes, %d KiB\n" % (error.strerror.encode(), len(kept), total >> 10))
time.sleep(60)
