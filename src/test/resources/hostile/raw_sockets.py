# /// hostile
# attack = "The program sends packets that it made itself."
# reason = "exited"
# matches = "(refused: .*\n){6}"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import socket

for kind, protocol in ((socket.SOCK_RAW, 1), (socket.SOCK_RAW, 255), (socket.SOCK_DGRAM, 1),
                       (socket.SOCK_RAW, 0), (socket.SOCK_STREAM, 262), (socket.SOCK_STREAM, 132)):
    try:
        socket.socket(socket.AF_INET, kind, protocol)
        print("ESCAPED", kind, protocol)
    except OSError as error:
        print("refused:", error.strerror)
