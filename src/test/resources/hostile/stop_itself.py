# /// hostile
# attack = "The program stops itself (SIGSTOP) and holds its place for ever."
# reason = "time"
#
# [limits]
# wall-ms = 1500
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, signal

os.kill(os.getpid(), signal.SIGSTOP)
