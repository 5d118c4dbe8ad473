# /// hostile
# attack = "Files without a name fill every folder in memory."
# reason = "memory"
#
# [limits]
# wall-ms = 5000
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, time

kept = []
for folder in ("/tmp", "/box", "/dev/shm"):
    kept.append(os.open(folder + "/hostile-unnamed", os.O_RDWR | os.O_CREAT))
    os.unlink(folder + "/hostile-unnamed")
    try:
        while True:
            os.write(kept[-1], bytes(1 << 20))
    except OSError as error:
        print(folder, error.strerror, flush=True)
time.sleep(60)
