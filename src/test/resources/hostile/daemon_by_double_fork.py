# /// hostile
# attack = "A daemon holds the output open after the program has ended."
# reason = "exited"
# contains = "gone"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, time

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        time.sleep(5)
        print("ESCAPED")
        time.sleep(3600)
    os._exit(0)
os.wait()
print("gone")
