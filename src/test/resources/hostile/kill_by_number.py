# /// hostile
# attack = "The program tries every process number there may be."
# reason = "exited"
# contains = "nobody there"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, signal

others = 0
for pid in range(3, 70000):
    try:
        os.kill(pid, signal.SIGKILL)
        others += 1
    except ProcessLookupError:
        pass
print("ESCAPED" if others else "nobody there")
