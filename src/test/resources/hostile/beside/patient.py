# /// beside
# reason = ["stopped", "time"]
# ///
"""Means no harm: keeps some files, a port and a name for itself, and waits to be stopped."""

import socket
import time
from multiprocessing import shared_memory

for folder in ("/tmp", "/dev/shm", "/box"):
    with open(folder + "/hostile-secret", "w") as file:
        file.write("secret of somebody else")
block = shared_memory.SharedMemory(create=True, size=1000)
named = socket.socket(socket.AF_UNIX)
named.bind("\0hostile-neighbour")
named.listen()
port = socket.create_server(("127.0.0.1", 4711))
print("ready", flush=True)
time.sleep(60)
