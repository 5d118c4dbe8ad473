# /// hostile
# attack = "Children of a few milliseconds each do the work, are forgotten by the kernel, and are seldom seen."
# reason = "cpu"
# reason-polling = ["cpu", "time"]
# beside = "patient.py"
#
# [limits]
# wall-ms = 5000
# cpu-ms = 500
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, signal, time

signal.signal(signal.SIGCHLD, signal.SIG_IGN)
print("parent", os.fork() != 0, flush=True)
while True:
    child = os.fork()
    if child == 0:
        while time.process_time() < 0.008:
            pass
        os._exit(0)
    try:
        os.waitpid(child, 0)
    except ChildProcessError:
        pass
