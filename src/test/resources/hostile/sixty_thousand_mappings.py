# /// hostile
# attack = "Several processes have tens of thousands of mappings each, to be gone through at every look."
# reason = "stopped"
# beside = ["spinner.py", "eater.py"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, mmap, os, threading

libc = ctypes.CDLL(None)
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t] + [ctypes.c_int] * 3 + [ctypes.c_long]
libc.mprotect.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
PAGES = 60_000
start = libc.mmap(None, PAGES * mmap.PAGESIZE, 0, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, -1, 0)
for page in range(0, PAGES, 2):
    libc.mprotect(start + page * mmap.PAGESIZE, mmap.PAGESIZE, 1)
for _ in range(4):
    if os.fork() == 0:
        break
else:
    print("mapped", flush=True)
lock = threading.Lock()
lock.acquire()
lock.acquire()
