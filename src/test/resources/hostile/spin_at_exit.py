# /// hostile
# attack = "The program spins after its last line."
# reason = "cpu"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import atexit

@atexit.register
def spin():
    while True:
        pass
