# /// hostile
# attack = "The program loads modules, another kernel, swap, and turns the machine off."
# machine = "amd64"
# reason = "exited"
# contains = [
#   "init_module: Function not implemented",
#   "finit_module: Function not implemented",
#   "delete_module: Function not implemented",
#   "kexec_load: Function not implemented",
#   "swapon: Function not implemented",
#   "reboot: Function not implemented",
# ]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)

def call(name, number, *arguments):
    result = libc.syscall(number, *arguments)
    error = os.strerror(ctypes.get_errno()) if result == -1 else "ESCAPED"
    print(name + ":", error)

call("init_module", 175, b"", 0, b"")
call("finit_module", 313, 0, b"", 0)
call("delete_module", 176, b"x", 0)
call("kexec_load", 246, 0, 0, None, 0)
call("swapon", 167, b"/tmp/hostile", 0)
call("reboot", 169, 0xFEE1DEAD, 672274793, 0x4321FEDC, 0)
