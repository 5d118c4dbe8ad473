# /// hostile
# attack = "The program kills every process that it may send to."
# reason = "exited"
# contains = "alone"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, signal

if os.fork() == 0:
    signal.pause()
os.kill(-1, signal.SIGKILL)
print("alone")
