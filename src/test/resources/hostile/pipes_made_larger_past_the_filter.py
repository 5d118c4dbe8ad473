# /// hostile
# attack = "A pipe is made larger by a command whose upper half the kernel does not look at."
# machine = "amd64"
# reason = "exited"
# contains = "65536 bytes"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")

import ctypes, fcntl, os

SYS_fcntl, F_SETPIPE_SZ, F_GETPIPE_SZ = 72, 1031, 1032
reader, writer = os.pipe()
ctypes.CDLL(None).syscall(
    ctypes.c_long(SYS_fcntl), ctypes.c_long(writer), ctypes.c_long(F_SETPIPE_SZ | 1 << 32), ctypes.c_long(1 << 20)
)
print(fcntl.fcntl(writer, F_GETPIPE_SZ), "bytes")
