# /// hostile
# attack = "Threads are started for ever by the C library."
# reason = "tasks"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, time

libc = ctypes.CDLL(None)
libc.pthread_create.argtypes = [ctypes.c_void_p] * 4
libc.pthread_attr_setstacksize.argtypes = [ctypes.c_void_p, ctypes.c_size_t]
pause = ctypes.cast(libc.pause, ctypes.c_void_p)
small = ctypes.create_string_buffer(64)
libc.pthread_attr_init(small)
libc.pthread_attr_setstacksize(small, 65536)
for _ in range(300):
    libc.pthread_create(ctypes.byref(ctypes.c_ulong()), small, pause, None)
time.sleep(60)
