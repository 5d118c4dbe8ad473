# /// hostile
# attack = "The program watches which of the system's files are used, to see what others start."
# reason = "exited"
# contains = ["inotify_init refused: Function not implemented", "inotify_init1 refused: Function not implemented", "fanotify_init refused: Function not implemented"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)
for name, arguments in (("inotify_init", ()), ("inotify_init1", (0,)), ("fanotify_init", (0x200, 0))):
    if getattr(libc, name)(*arguments) >= 0:
        print("ESCAPED", name)
    else:
        print(name, "refused:", os.strerror(ctypes.get_errno()))
