# /// hostile
# attack = "The program kills its whole group."
# reason = "failed"
# signal = 9
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, signal

os.fork()
os.killpg(0, signal.SIGKILL)
