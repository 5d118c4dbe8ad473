# /// hostile
# attack = "Programs that may be run but not read fill pipes, for the server to see nothing of them."
# reason = "memory"
#
# [limits]
# wall-ms = 20000
# cpu-ms = 10000
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, shutil, sys, time

FILLER = """
import os, time
kept = [os.pipe() for _ in range(250)]
for _, writer in kept:
    os.set_blocking(writer, False)
    try:
        while True:
            os.write(writer, bytes(1 << 12))
    except BlockingIOError:
        pass
os.write(1, b"filled ")
time.sleep(60)
"""
shutil.copy(os.path.realpath(sys.executable), "/tmp/unreadable")
os.chmod("/tmp/unreadable", 0o111)
for _ in range(18):
    if os.fork() == 0:
        os.execve("/tmp/unreadable", ["/tmp/unreadable", "-S", "-c", FILLER], {"PYTHONHOME": "/usr"})
time.sleep(60)
