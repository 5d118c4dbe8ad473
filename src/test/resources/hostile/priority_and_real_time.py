# /// hostile
# attack = "The program asks to go before all others."
# reason = "exited"
# matches = "(refused: .*\n){3}"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

def refused(action):
    try:
        action()
        print("ESCAPED")
    except OSError as error:
        print("refused:", error.strerror)

refused(lambda: os.setpriority(os.PRIO_PROCESS, 0, -20))
refused(lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(50)))
refused(lambda: os.setpriority(os.PRIO_PROCESS, 1, -5))
