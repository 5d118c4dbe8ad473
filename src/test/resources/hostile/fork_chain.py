# /// hostile
# attack = "A process that forks and ends, for ever: no number stays long enough to be killed."
# reason = ["time", "cpu", "tasks"]
#
# [limits]
# wall-ms = 1500
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, time

if os.fork() == 0:
    while True:
        if os.fork():
            os._exit(0)
time.sleep(60)
