# /// hostile
# attack = "The program stops every process that it may send to."
# reason = ["time", "exited"]
#
# [limits]
# wall-ms = 1500
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, signal

if os.fork() == 0:
    signal.pause()
os.kill(-1, signal.SIGSTOP)
os.kill(1, signal.SIGSTOP)
os.kill(0, signal.SIGSTOP)
