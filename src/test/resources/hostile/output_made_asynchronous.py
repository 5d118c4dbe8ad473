# /// hostile
# attack = "The program asks for signals about the server's socket, and never waits on it."
# reason = "output"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import fcntl, os, signal

signal.signal(signal.SIGIO, signal.SIG_IGN)
fcntl.fcntl(1, fcntl.F_SETOWN, os.getpid())
fcntl.fcntl(1, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)
while True:
    try:
        os.write(1, b"x" * 1000)
    except BlockingIOError:
        pass
