# /// hostile
# attack = "A thread asks for a stack of sixteen gigabytes."
# reason = "exited"
# contains = "refused:"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import threading

threading.stack_size(16 << 30)
try:
    threading.Thread(target=print, args=("ESCAPED",)).start()
except (RuntimeError, MemoryError) as error:
    print("refused:", error)
