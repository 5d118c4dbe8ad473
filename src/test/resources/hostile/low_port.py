# /// hostile
# attack = "The program listens where only root may."
# reason = ["exited"]
# contains = "refused: Permission denied"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import socket

for address in ("127.0.0.1", "0.0.0.0"):
    try:
        socket.create_server((address, 80))
        print("ESCAPED")
    except OSError as error:
        print("refused:", error.strerror)
