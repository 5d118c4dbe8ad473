# /// hostile
# attack = "Children end and nobody collects them."
# reason = ["tasks", "failed"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, time

for _ in range(300):
    if os.fork() == 0:
        os._exit(0)
time.sleep(60)
