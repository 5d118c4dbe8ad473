# /// hostile
# attack = "The program calls the world, the machine's network and its cloud's metadata."
# reason = "exited"
# matches = "(refused: .*unreachable\n){12}"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import socket

for address in ("1.1.1.1", "10.0.0.1", "192.168.0.1", "172.17.0.1", "169.254.169.254", "224.0.0.1"):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
        one = socket.socket(socket.AF_INET, kind)
        one.settimeout(1)
        try:
            one.connect((address, 80))
            one.send(b"x")
            print("ESCAPED", address)
        except OSError as error:
            print("refused:", error)
