# /// hostile
# attack = "The program looks for what somebody else's program has at the same time."
# reason = "exited"
# contains = ["nothing", "Connection refused", "['/proc/1', '/proc/2']"]
# beside = "patient.py"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import glob, os, socket

found = os.listdir("/tmp") + os.listdir("/dev/shm") + [n for n in os.listdir("/box") if n != "main.py"]
print("ESCAPED" if found else "nothing", found)
for where in ("\0hostile-neighbour", ("127.0.0.1", 4711)):
    one = socket.socket(socket.AF_UNIX if isinstance(where, str) else socket.AF_INET)
    try:
        one.connect(where)
        print("ESCAPED")
    except OSError as error:
        print(error.strerror)
print(glob.glob("/proc/[0-9]*"))
