# /// hostile
# attack = "The program ends in threads, hooks, finalizers and handlers."
# reason = ["exited", "failed"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import atexit, os, signal, sys, threading

class Last:
    def __del__(self):
        sys.exit(3)

sys.excepthook = threading.excepthook = lambda *_: sys.exit(4)
atexit.register(sys.exit, 5)
signal.signal(signal.SIGALRM, lambda *_: sys.exit(6))
os.register_at_fork(after_in_child=lambda: sys.exit(7))
thread = threading.Thread(target=sys.exit)
thread.start()
thread.join()
Last()
signal.raise_signal(signal.SIGALRM) if os.fork() else None
