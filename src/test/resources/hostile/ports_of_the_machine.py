# /// hostile
# attack = "The program looks for the server and all others who listen on this machine."
# reason = "exited"
# contains = "nobody listens"
#
# [limits]
# cpu-ms = 8000
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import socket

found = []
for port in range(1, 65536):
    one = socket.socket()
    if one.connect_ex(("127.0.0.1", port)) == 0 and one.getsockname() != one.getpeername():
        found.append(port)
    one.close()
print("ESCAPED" if found else "nobody listens")
