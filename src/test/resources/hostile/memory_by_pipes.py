# /// hostile
# attack = "Pipes are made as large as they may be, and filled."
# reason = ["exited", "memory"]
# contains = "Too many open files"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import fcntl, os

F_SETPIPE_SZ = 1031
kept = 0
try:
    while True:
        reader, writer = os.pipe()
        os.set_blocking(writer, False)
        try:
            fcntl.fcntl(writer, F_SETPIPE_SZ, 1 << 20)
        except OSError:
            pass
        try:
            while True:
                kept += os.write(writer, bytes(1 << 16))
        except BlockingIOError:
            pass
except OSError as error:
    print(error.strerror)
if kept > 80 << 20:
    print("ESCAPED")
