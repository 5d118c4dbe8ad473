# /// hostile
# attack = "The web server of its own network gets more connections than it takes, and none of them says anything."
# network = "demo"
# reason = "exited"
# contains = ["no more", "news has 4000 bytes"]
# matches = '^[3-5]\d\d connections$'
#
# [limits]
# memory-mib = 768
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import socket
from urllib.request import urlopen

kept = []
try:
    while True:
        kept.append(socket.create_connection(("127.0.0.11", 80), timeout=5))
except OSError:
    print("no more")
print(len(kept), "connections")
for one in kept:
    one.close()
with urlopen("http://news.example/") as answer:
    print("news has", len(answer.read()), "bytes")
