# /// hostile
# attack = "Threads begin and end for ever, to fill the log with their names."
# reason = ["cpu", "time"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import threading

while True:
    thread = threading.Thread(target=int, name="n" * 100)
    thread.start()
    thread.join()
