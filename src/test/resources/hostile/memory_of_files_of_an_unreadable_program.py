# /// hostile
# attack = "A program that may be run but not read fills every folder in memory, and nobody else is there to show them."
# reason = "memory"
#
# [limits]
# wall-ms = 5000
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, shutil, sys

FILLER = """
import os, time
for folder in ("/box", "/dev/shm", "/tmp"):
    file = os.open(folder + "/hostile-fill", os.O_WRONLY | os.O_CREAT)
    try:
        while True:
            os.write(file, bytes(1 << 20))
    except OSError as error:
        os.write(1, folder.encode() + b" is full\\n")
time.sleep(60)
"""
shutil.copy(os.path.realpath(sys.executable), "/tmp/unreadable")
os.chmod("/tmp/unreadable", 0o111)
os.execve("/tmp/unreadable", ["/tmp/unreadable", "-S", "-c", FILLER], {"PYTHONHOME": "/usr"})
