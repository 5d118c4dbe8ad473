# /// hostile
# attack = "The program hands the server thousands of descriptors along with its output."
# reason = "exited"
# contains = "end"
# beside = "patient.py"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import array, os, socket

out = socket.socket(fileno=os.dup(1))
inner, outer = socket.socketpair()
for _ in range(400):
    handed = [os.open("/box/main.py", os.O_RDONLY), inner.fileno(), outer.fileno()] * 30
    try:
        out.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", handed))])
    except OSError:
        os.write(1, b"-")
    os.close(handed[0])
print("end")
