# /// hostile
# attack = "What the server hands over to be read is written to, cut, mapped and made to grow."
# input = "two words"
# reason = "exited"
# contains = ["read: two words", "read again: two words"]
# matches = "(refused: .*\n){8}"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import fcntl, mmap, os

F_ADD_SEALS = 1033


def attempt(name, action):
    try:
        action()
        print("ESCAPED", name)
    except (OSError, ValueError) as error:
        print("refused:", error)


def again():
    return os.open("/proc/self/fd/0", os.O_RDWR)


def map_it(file):
    with mmap.mmap(file, 0) as room:
        room[0] = 1


print("read:", os.read(0, 100).decode())
attempt("writing", lambda: os.write(0, b"x"))
attempt("writing once opened again", lambda: os.write(again(), b"x"))
attempt("growing", lambda: os.ftruncate(again(), 1 << 20))
attempt("cutting", lambda: os.truncate("/proc/self/fd/0", 1))
attempt("making room", lambda: os.posix_fallocate(again(), 0, 1 << 20))
attempt("mapping", lambda: map_it(0))
attempt("mapping once opened again", lambda: map_it(again()))
attempt("sealing", lambda: fcntl.fcntl(0, F_ADD_SEALS, 2))
os.lseek(0, 0, os.SEEK_SET)
print("read again:", os.read(0, 100).decode())
