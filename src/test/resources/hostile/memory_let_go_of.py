# /// hostile
# attack = "Shared pages are written and let go of: they stay, and are nobody's."
# reason = "memory"
# reason-polling = "failed"
#
# [limits]
# wall-ms = 5000
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import mmap, time

SIZE, STEP = 1 << 30, 8 << 20
kept = mmap.mmap(-1, SIZE)
for start in range(0, SIZE, STEP):
    kept[start:start + STEP] = b"x" * STEP
    kept.madvise(mmap.MADV_DONTNEED, start, STEP)
print("ESCAPED", len(kept) >> 20, flush=True)
time.sleep(60)
