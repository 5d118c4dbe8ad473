# /// hostile
# attack = "A block of shared memory is filled until its folder is full."
# reason = ["failed", "memory"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import mmap, os

fd = os.open("/dev/shm/hostile-block", os.O_RDWR | os.O_CREAT)
os.ftruncate(fd, 1 << 30)
block = mmap.mmap(fd, 1 << 30)
for start in range(0, 1 << 30, mmap.PAGESIZE):
    block[start] = 1
print("ESCAPED")
