# /// hostile
# attack = "Shared pages come from a device, and are let go of once they are written."
# reason = "memory"
# reason-polling = "failed"
#
# [limits]
# wall-ms = 5000
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import mmap, os, time

SIZE, STEP = 1 << 30, 8 << 20
kept = mmap.mmap(os.open("/dev/zero", os.O_RDWR), SIZE)
for start in range(0, SIZE, STEP):
    kept[start:start + STEP] = b"x" * STEP
    kept.madvise(mmap.MADV_DONTNEED, start, STEP)
print("ESCAPED", len(kept) >> 20, flush=True)
time.sleep(60)
