# /// hostile
# attack = "The program asks the kernel for a handle on the server, and kills it with that."
# reason = "exited"
# contains = ["refused:", "(0, 65534, 65534)"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, os, signal, socket, struct

SO_PEERPIDFD = 77
out = socket.socket(fileno=os.dup(1))
try:
    fd = struct.unpack("i", out.getsockopt(socket.SOL_SOCKET, SO_PEERPIDFD, 4))[0]
    signal.pidfd_send_signal(fd, 0)
    print("ESCAPED")
except OSError as error:
    print("refused:", error.strerror)
print(struct.unpack("3i", out.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)))
