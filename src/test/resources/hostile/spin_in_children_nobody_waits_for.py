# /// hostile
# attack = "Short-lived children do the work, and the kernel is told to forget them."
# reason = "cpu"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, signal, time

signal.signal(signal.SIGCHLD, signal.SIG_IGN)
while True:
    for _ in range(2):
        if os.fork() == 0:
            while time.process_time() < 0.2:
                pass
            os._exit(0)
    try:
        os.wait()
    except ChildProcessError:
        pass
