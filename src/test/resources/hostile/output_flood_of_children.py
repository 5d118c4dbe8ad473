# /// hostile
# attack = "Many processes flood both streams past Python."
# reason = "output"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

for _ in range(4):
    os.fork()
while True:
    os.write(1, b"out " * 1000)
    os.write(2, b"err " * 1000)
