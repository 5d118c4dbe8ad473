# /// hostile
# attack = "Eight threads spin for ever."
# reason = "cpu"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import threading

def spin():
    while True:
        pass

for _ in range(8):
    threading.Thread(target=spin).start()
