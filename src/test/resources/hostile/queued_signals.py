# /// hostile
# attack = "Signals are queued in the kernel for ever, to use up its memory."
# reason = "exited"
# contains = "Resource temporarily unavailable"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, os, signal

libc = ctypes.CDLL(None, use_errno=True)
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGRTMIN})
sent = 0
while sent < 1_000_000 and libc.sigqueue(os.getpid(), int(signal.SIGRTMIN), None) == 0:
    sent += 1
print("ESCAPED" if sent == 1_000_000 else os.strerror(ctypes.get_errno()))
