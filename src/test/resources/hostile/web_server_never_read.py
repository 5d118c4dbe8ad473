# /// hostile
# attack = "As many clients as the web server of its own network takes ask for much, and read nothing of it."
# network = "demo"
# reason = ["exited", "memory"]
# reason-polling = "exited"
# contains = "asked"
#
# [limits]
# memory-mib = 768
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import socket
import time
from urllib.request import urlopen

kept = [socket.create_connection(("127.0.0.11", 80)) for _ in range(250)]
for one in kept:
    one.sendall(b"GET /bytes/1048576 HTTP/1.1\r\nHost: news.example\r\n\r\n")
print("asked", flush=True)
time.sleep(1)
for one in kept:
    one.close()
with urlopen("http://news.example/") as answer:
    print("news has", len(answer.read()), "bytes")
