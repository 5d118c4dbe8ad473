# /// hostile
# attack = "The program sets the machine's clock and name."
# machine = "amd64"
# reason = "exited"
# contains = [
#   "settimeofday: Function not implemented",
#   "clock_settime: Function not implemented",
#   "adjtimex: Function not implemented",
#   "sethostname: Function not implemented",
#   "setdomainname: Function not implemented",
#   "syslog: Function not implemented",
#   "acct: Function not implemented",
# ]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)

def call(name, number, *arguments):
    result = libc.syscall(number, *arguments)
    error = os.strerror(ctypes.get_errno()) if result == -1 else "ESCAPED"
    print(name + ":", error)

call("settimeofday", 164, None, None)
call("clock_settime", 227, 0, None)
call("adjtimex", 159, None)
call("sethostname", 170, b"hostile", 7)
call("setdomainname", 171, b"hostile", 7)
call("syslog", 103, 3, None, 0)
call("acct", 163, b"/tmp/hostile")
