# /// hostile
# attack = "The program types into the terminal of whoever started the server."
# reason = "exited"
# contains = "refused: Function not implemented"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import fcntl, os

TIOCSTI, TIOCLINUX, TIOCSCTTY = 0x5412, 0x541C, 0x540E
for request in (TIOCSTI, TIOCLINUX, TIOCSCTTY, TIOCSTI | 1 << 32):
    for fd in (0, 1, 2):
        try:
            fcntl.ioctl(fd, request & 0xFFFFFFFF, b"x")
            print("ESCAPED")
        except OSError as error:
            print("refused:", error.strerror)
for name in ("/dev/tty", "/dev/console", "/dev/tty0", "/dev/ttyS0"):
    try:
        os.open(name, os.O_RDWR)
        print("ESCAPED")
    except OSError as error:
        print(error.strerror)
