# /// hostile
# attack = "The interpreter's own table says that code objects are of 2 GiB, and the program then uses what it likes."
# uses = "forged_python.py"
# python = ["3.13t", "3.14"]
# reason = "cpu"
# beside = "patient.py"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

lock = threading.Lock()
lock.acquire()
table(At._codes + 9).value = (1 << 31) - 9
print("overwritten", flush=True)
for _ in range(3):
    if os.fork() == 0:
        while True:
            pass
lock.acquire()
