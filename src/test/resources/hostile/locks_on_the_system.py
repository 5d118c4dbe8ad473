# /// hostile
# attack = "Locks on the system's files tell one program of another, by being taken."
# reason = "exited"
# contains = ["flock: mine", "lockf: mine", "open file: mine"]
# beside = "locker.py"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import fcntl, os, struct

F_OFD_SETLK, F_OFD_GETLK = 37, 36


def attempt(name, action):
    try:
        action()
        print(name + ": mine")
    except OSError as error:
        print(name + ":", error.strerror)


def open_file_lock():
    # Only who may write can lock all others out; who may read can ask who does.
    asked = struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, 0, 0, 0)
    kind = struct.unpack("hhqqi4x", fcntl.fcntl(kept[2], F_OFD_GETLK, asked))[0]
    if kind != fcntl.F_UNLCK:
        raise OSError(0, "somebody's")


def lock():
    asked = struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, 0, 0, 0)
    kind = struct.unpack("hhqqi4x", fcntl.fcntl(kept[1], fcntl.F_GETLK, asked))[0]
    if kind != fcntl.F_UNLCK:
        raise OSError(0, "somebody's")


kept = [open("/usr/bin/" + name, "rb") for name in ("env", "dash", "cat")]
attempt("flock", lambda: fcntl.flock(kept[0], fcntl.LOCK_EX | fcntl.LOCK_NB))
attempt("lockf", lock)
attempt("open file", open_file_lock)
