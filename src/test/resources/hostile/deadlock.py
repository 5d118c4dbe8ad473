# /// hostile
# attack = "Two threads wait for each other's lock."
# reason = "time"
#
# [limits]
# wall-ms = 1500
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import threading

first, second = threading.Lock(), threading.Lock()
barrier = threading.Barrier(2)

def take(one, other):
    with one:
        barrier.wait()
        with other:
            print("ESCAPED")

for locks in ((first, second), (second, first)):
    threading.Thread(target=take, args=locks).start()
