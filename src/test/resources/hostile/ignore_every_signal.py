# /// hostile
# attack = "The program ignores every signal that can be ignored."
# reason = "time"
#
# [limits]
# wall-ms = 1500
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import signal, time

for number in signal.valid_signals():
    try:
        signal.signal(number, signal.SIG_IGN)
    except OSError:
        pass
while True:
    time.sleep(60)
