# /// hostile
# attack = "The program kills the process that holds the sandbox."
# reason = "exited"
# contains = "still there"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, signal

for number in (signal.SIGKILL, signal.SIGTERM, signal.SIGSEGV, signal.SIGSTOP):
    os.kill(1, number)
print("still there")
