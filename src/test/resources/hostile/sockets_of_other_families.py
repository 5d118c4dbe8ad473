# /// hostile
# attack = "Sockets are opened to the kernel's less-tried parts."
# reason = "exited"
# contains = [
#   "packet: Address family not supported",
#   "netlink: Address family not supported",
#   "vsock: Address family not supported",
# ]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import socket

FAMILIES = {"packet": 17, "netlink": 16, "inet6": 10, "vsock": 40, "alg": 38, "xdp": 44, "key": 15,
            "bluetooth": 31, "can": 29, "tipc": 30, "rds": 21, "kcm": 41, "smc": 43, "qipcrtr": 42}
for name, family in FAMILIES.items():
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW):
        try:
            socket.socket(family, kind)
            print("ESCAPED", name)
        except OSError as error:
            print(name + ":", error.strerror)
