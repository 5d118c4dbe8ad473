# /// hostile
# attack = "A file gets locks without number, to use up the kernel's memory."
# reason = ["exited", "memory", "cpu"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import fcntl

with open("/tmp/hostile-locks", "w") as file:
    for start in range(100_000):
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, 2 * start)
print("locked")
