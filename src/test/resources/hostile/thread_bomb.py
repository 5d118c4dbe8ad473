# /// hostile
# attack = "Threads are started for ever."
# reason = "tasks"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import threading, time

while True:
    threading.Thread(target=time.sleep, args=(60,)).start()
