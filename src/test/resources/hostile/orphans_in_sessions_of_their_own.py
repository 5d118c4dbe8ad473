# /// hostile
# attack = "Children leave the session and live on when the program ends."
# reason = "exited"
# contains = "gone"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, time

for _ in range(5):
    if os.fork() == 0:
        os.setsid()
        os.execvp("sleep", ["sleep", "3600"])
print("gone")
