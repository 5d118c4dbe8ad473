# /// hostile
# attack = "Shared mappings grow past the limit; no limit on data counts them."
# reason = "memory"
# reason-polling = "failed"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import mmap, time

kept = []
while True:
    kept.append(mmap.mmap(-1, 1 << 20))
    kept[-1].write(b"x" * (1 << 20))
    time.sleep(0.001)
