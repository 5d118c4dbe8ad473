# /// hostile
# attack = "The program shuts the server's socket down in both directions."
# reason = ["exited", "failed"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, socket

for fd in (1, 2):
    socket.socket(fileno=os.dup(fd)).shutdown(socket.SHUT_RDWR)
try:
    os.write(1, b"nobody hears")
except OSError:
    pass
os._exit(0)
