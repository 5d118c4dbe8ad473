# /// hostile
# attack = "A timer interrupts the program every microsecond."
# reason = ["cpu", "failed", "time"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import signal

signal.signal(signal.SIGALRM, lambda *_: None)
signal.setitimer(signal.ITIMER_REAL, 1e-6, 1e-6)
while True:
    pass
