# /// hostile
# attack = "The program spends all its time in system calls."
# reason = "cpu"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

while True:
    os.stat("/usr/bin/python3")
    os.listdir("/usr/bin")
