# /// hostile
# attack = "The program spins and ignores the signal of its processor limit."
# reason = "cpu"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import signal

signal.signal(signal.SIGXCPU, signal.SIG_IGN)
signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
while True:
    pass
