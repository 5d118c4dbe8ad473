# /// hostile
# attack = "The web server of its own network gets what is no request, or half of one, or one without end."
# network = "demo"
# reason = "exited"
# contains = ["garbage: [400]", "long: [431]", "post: [405]", "without a host: [400]", "half: []", "many: 500", "news has 4000 bytes", "small"]
# lacks = "Traceback"
#
# [limits]
# memory-mib = 768
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import random
import re
import socket
from urllib.request import urlopen


def send(*pieces, shut=True):
    with socket.create_connection(("127.0.0.11", 80), timeout=10) as one:
        try:
            for piece in pieces:
                one.sendall(piece)
            if shut:
                one.shutdown(socket.SHUT_WR)
            heard = b""
            while more := one.recv(65536):
                heard += more
        except ConnectionError:
            pass
        return [int(code) for code in re.findall(rb"HTTP/1.1 (\d+) ", heard)]


chance = random.Random(7)
garbage = [
    b"\0" * 100 + b"\n\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\n\n",
    b"GET / HTTP/9.9\r\n\r\n",
    b"GET /\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost news\r\n\r\n",
    b"GET / HTTP/1.1\r\n\xff\xfe: 1\r\n\r\n",
    "GÉT / HTTP/1.1\r\n\r\n".encode(),
    *(chance.randbytes(2000) + b"\n\n" for _ in range(20)),
]
print("garbage:", sorted({code for each in garbage for code in send(each)}))
print("long:", send(b"GET / HTTP/1.1\r\n", *[b"x: " + b"y" * 65536] * 64, shut=False))
print("post:", send(b"POST / HTTP/1.1\r\nHost: news.example\r\nContent-Length: 9\r\n\r\nnews=true"))
print("without a host:", send(b"GET / HTTP/1.1\r\n\r\n"))
print("half:", send(b"GET / HTTP/1.1\r\nHo"))
ask = b"GET /delay/0 HTTP/1.1\r\nHost: news.example\r\n\r\n"
print("many:", send(ask * 500).count(200))
for _ in range(500):
    with socket.create_connection(("127.0.0.11", 80)) as one:
        one.send(b"GET / HTTP/1.1\r\nHo")
with urlopen("http://news.example/") as answer:
    print("news has", len(answer.read()), "bytes")
with open("/proc/3/status") as status:
    print("small" if int(re.search(r"RssAnon:\s+(\d+)", status.read())[1]) < 30_000 else "large")
