# /// hostile
# attack = "Files in memory are written through mappings whose pages are let go of."
# reason = "memory"
#
# [limits]
# wall-ms = 5000
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import mmap, os, time

STEP = 1 << 20
for folder, size in (("/dev/shm", 63 << 20), ("/tmp", 31 << 20), ("/box", 15 << 20)):
    file = os.open(folder + "/hostile-mapped", os.O_RDWR | os.O_CREAT)
    os.ftruncate(file, size)
    kept = mmap.mmap(file, size)
    os.close(file)
    for start in range(0, size, STEP):
        kept[start:start + STEP] = b"x" * STEP
        kept.madvise(mmap.MADV_DONTNEED, start, STEP)
print("ESCAPED", flush=True)
time.sleep(60)
