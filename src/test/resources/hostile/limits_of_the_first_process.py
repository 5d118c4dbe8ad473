# /// hostile
# attack = "The program sets limits for the process that holds the sandbox, which a second of work would then end."
# machine = "amd64"
# reason = "exited"
# matches = "^(refused\\n){12}end$"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, resource

libc = ctypes.CDLL(None)
nothing = (ctypes.c_ulong * 2)(0, 0)
for name in ("CPU", "NOFILE", "NPROC", "AS"):
    which = getattr(resource, "RLIMIT_" + name)
    try:
        resource.prlimit(1, which, (0, 0))
        print("ESCAPED")
    except OSError:
        print("refused")
    # The kernel looks at the lower half of a process's number only.
    for first in (1 << 32 | 1, -1 << 32 | 1):
        result = libc.syscall(302, ctypes.c_long(first), which, nothing, None)
        print("refused" if result == -1 else "ESCAPED")
print("end")
