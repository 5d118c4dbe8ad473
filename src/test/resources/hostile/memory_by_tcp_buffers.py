# /// hostile
# attack = "Connections to itself are filled that nobody reads."
# reason = ["memory", "exited"]
# reason-polling = "memory"
#
# [limits]
# wall-ms = 20000
# cpu-ms = 10000
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import socket, time

kept, total = [], 0
server = socket.create_server(("127.0.0.1", 0), backlog=300)
try:
    for _ in range(200):
        client = socket.create_connection(server.getsockname())
        kept += [client, server.accept()[0]]
        client.setblocking(False)
        try:
            while True:
                total += client.send(bytes(1 << 18))
        except BlockingIOError:
            pass
except OSError as error:
    print(error.strerror)
if total > 96 << 20:
    print("ESCAPED")
print(total >> 20, "MiB in", len(kept), "sockets", flush=True)
time.sleep(2)
