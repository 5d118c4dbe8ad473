# /// hostile
# attack = "Programs of a few milliseconds each are started one after the other, and their ends are of no interest."
# reason = "cpu"
# reason-polling = ["cpu", "time"]
# beside = "patient.py"
#
# [limits]
# wall-ms = 5000
# cpu-ms = 500
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, signal

signal.signal(signal.SIGCHLD, signal.SIG_IGN)
for _ in range(3):
    if os.fork() == 0:
        break
while True:
    child = os.posix_spawn("/usr/bin/env", ["env", "true"], {"PATH": "/usr/bin"})
    try:
        os.waitpid(child, 0)
    except ChildProcessError:
        pass
