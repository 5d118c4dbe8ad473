# /// hostile
# attack = "Pseudo-terminals are opened until there are none left for anybody."
# reason = ["exited", "memory"]
# contains = "refused:"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

opened = 0
try:
    while opened < 5000:
        os.open("/dev/ptmx", os.O_RDWR | os.O_NOCTTY)
        opened += 1
    print("ESCAPED")
except OSError as error:
    print("refused:", error.strerror)
