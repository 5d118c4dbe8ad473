# /// hostile
# attack = "A process is the only child of its parent, a hundred deep."
# reason = "tasks"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, time

for _ in range(100):
    if os.fork():
        break
time.sleep(60)
