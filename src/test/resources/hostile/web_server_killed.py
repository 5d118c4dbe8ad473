# /// hostile
# attack = "The web server of its own network is killed, and the program wants to be in its place."
# network = "demo"
# reason = "exited"
# contains = ["before: Permission denied", "killed: Connection refused", "after: Permission denied"]
# beside = "patient.py"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os
import signal
import socket
from urllib.request import urlopen


def listen(when):
    for address in ("", "127.0.0.1", "127.0.0.11"):
        try:
            socket.create_server((address, 80))
            print("ESCAPED", address)
        except OSError as error:
            print(f"{when}: {error.strerror}")


listen("before")
os.kill(3, signal.SIGKILL)
while os.path.exists("/proc/3"):
    pass
try:
    urlopen("http://news.example/")
except OSError as error:
    print("killed:", error.reason.strerror)
listen("after")
