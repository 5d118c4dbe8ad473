# /// hostile
# attack = "Every descriptor is closed, and the program goes on."
# reason = "exited"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, threading

os.closerange(0, 1024)
try:
    print("nobody hears", flush=True)
except OSError:
    pass
threading.Thread(target=int).start()
if os.fork() == 0:
    os._exit(0)
os.wait()
