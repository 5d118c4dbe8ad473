# /// hostile
# attack = "The program stops and kills whatever it can while somebody else's runs beside it."
# reason = "exited"
# contains = "end"
# beside = "patient.py"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, signal

for pid in (1, -1, *range(3, 5000)):
    for number in (signal.SIGSTOP, signal.SIGKILL, signal.SIGTERM):
        try:
            os.kill(pid, number)
        except OSError:
            pass
print("end")
