# /// hostile
# attack = "The program faults while Python's own fault handler listens."
# reason = "failed"
# signal = 11
# contains = "Segmentation fault"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import faulthandler

faulthandler.enable()
faulthandler._sigsegv()
