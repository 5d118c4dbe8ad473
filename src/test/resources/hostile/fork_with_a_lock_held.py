# /// hostile
# attack = "A child is forked while another thread holds the lock that it needs."
# reason = "time"
#
# [limits]
# wall-ms = 1500
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, threading, time

lock = threading.Lock()
threading.Thread(target=lambda: (lock.acquire(), time.sleep(60)), daemon=True).start()
while not lock.locked():
    time.sleep(0.01)
if os.fork() == 0:
    lock.acquire()
os.wait()
