# /// hostile
# attack = "The program uses shared memory, semaphores and queues that outlive it."
# machine = "amd64"
# reason = "exited"
# contains = [
#   "shmget: Function not implemented",
#   "semget: Function not implemented",
#   "msgget: Function not implemented",
#   "mq_open: Function not implemented",
# ]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)

def call(name, number, *arguments):
    result = libc.syscall(number, *arguments)
    error = os.strerror(ctypes.get_errno()) if result == -1 else "ESCAPED"
    print(name + ":", error)

call("shmget", 29, 0, 1 << 20, 0o1666)
call("semget", 64, 0, 1, 0o1666)
call("msgget", 68, 0, 0o1666)
call("mq_open", 240, b"hostile", 0o102, 0o666, None)
