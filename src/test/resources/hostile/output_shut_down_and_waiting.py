# /// hostile
# attack = "The program shuts its output down and then waits for ever."
# reason = "time"
#
# [limits]
# wall-ms = 1500
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, socket, time

for fd in (1, 2):
    socket.socket(fileno=os.dup(fd)).shutdown(socket.SHUT_RDWR)
while True:
    time.sleep(60)
