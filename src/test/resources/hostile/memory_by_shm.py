# /// hostile
# attack = "A block of shared memory is larger than its folder."
# reason = ["failed", "memory"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
from multiprocessing import shared_memory

block = shared_memory.SharedMemory(create=True, size=1 << 30)
block.buf[:] = bytes(1 << 30)
print("ESCAPED")
