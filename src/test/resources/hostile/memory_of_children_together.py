# /// hostile
# attack = "Five processes take a little each, and together too much."
# reason = "memory"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, time

for _ in range(4):
    if os.fork() == 0:
        break
kept = os.urandom(40 << 20)
time.sleep(60)
