# /// hostile
# attack = "Threads are started for ever, past the module that announces them."
# reason = "tasks"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import _thread, time

while True:
    try:
        _thread.start_new_thread(time.sleep, (60,))
    except RuntimeError:
        time.sleep(60)
