# /// hostile
# attack = "The server is handed the last descriptor of a large file along with output, and frees it in its reader."
# kernel = "6.16"
# reason = "exited"
# contains = "refused: Operation not permitted"
# lacks = "sent"
# beside = "patient.py"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import array, os, socket

out = socket.socket(fileno=os.dup(1))
for _ in range(5):
    file = os.open("/dev/shm/hostile-large", os.O_RDWR | os.O_CREAT)
    os.unlink("/dev/shm/hostile-large")
    try:
        os.posix_fallocate(file, 0, 50 << 20)
    except OSError:
        pass  # The one before is not free yet.
    try:
        out.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [file]))])
        print("sent", flush=True)
    except OSError as error:
        print("refused:", error.strerror, flush=True)
    os.close(file)
