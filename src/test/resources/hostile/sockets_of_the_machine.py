# /// hostile
# attack = "The program connects to sockets of the machine's services."
# reason = "exited"
# contains = "named sockets: []"
# matches = "(refused: .*\n){7}"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import socket

for name in ("/run/dbus/system_bus_socket", "/var/run/docker.sock", "/run/systemd/private",
             "/dev/log", "\0/tmp/.X11-unix/X0", "\0/tmp/dbus", "\0@/containerd-shim"):
    one = socket.socket(socket.AF_UNIX)
    try:
        one.connect(name)
        print("ESCAPED", name)
    except OSError as error:
        print("refused:", error.strerror)
with open("/proc/self/net/unix") as table:
    names = [line.split()[-1] for line in table if len(line.split()) > 7]
print("named sockets:", names[1:])
