# /// hostile
# attack = "Eight processes spin for ever."
# reason = "cpu"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

for _ in range(3):
    os.fork()
while True:
    pass
