# /// hostile
# attack = "Threads go on printing while Python takes itself down."
# reason = ["exited", "failed", "output", "time"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import threading

def chatter():
    while True:
        print("still here")

for _ in range(5):
    threading.Thread(target=chatter, daemon=True).start()
