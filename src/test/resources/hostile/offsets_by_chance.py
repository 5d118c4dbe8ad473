# /// hostile
# attack = "The interpreter's own table changes all the time, to whatever comes."
# uses = "forged_python.py"
# python = ["3.13t", "3.14"]
# reason = "cpu"
# beside = "patient.py"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, random

print("changing", flush=True)
right = [table(word).value for word in range(60)]
lock = threading.Lock()
lock.acquire()
if os.fork() == 0:
    threading.Thread(target=lock.acquire, daemon=True).start()
    some = random.Random(12)
    while True:
        word = some.randrange(3, 60)
        table(word).value = some.choice((right[word], some.getrandbits(64), some.getrandbits(31), 0))
lock.acquire()
