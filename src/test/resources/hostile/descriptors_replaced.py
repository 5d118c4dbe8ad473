# /// hostile
# attack = "The hidden descriptor of the stream is replaced by a file of the program."
# reason = ["exited", "failed"]
# contains = ["heard", "frames in the file: False"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

kept = os.open("/tmp/hostile-log", os.O_RDWR | os.O_CREAT)
for fd in range(100, 300):
    os.dup2(kept, fd)
print("heard")
with open("/tmp/hostile-log", "rb") as file:
    print("frames in the file:", b"\xff\x1e" in file.read())
