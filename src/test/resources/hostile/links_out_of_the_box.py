# /// hostile
# attack = "The program leaves links that point out of the sandbox, and follows them."
# reason = "exited"
# matches = "(refused: .*\n){4}"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

for n, target in enumerate(("/etc/passwd", "../../../../etc/shadow", "/proc/1/root/etc/passwd")):
    os.symlink(target, f"/tmp/hostile-{n}")
    try:
        open(f"/tmp/hostile-{n}").close()
        print("ESCAPED")
    except OSError as error:
        print("refused:", error.strerror)
try:
    os.link("/usr/bin/python3", "/tmp/hostile-link")
    print("ESCAPED")
except OSError as error:
    print("refused:", error.strerror)
