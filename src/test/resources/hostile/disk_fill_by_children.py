# /// hostile
# attack = "Many processes fill the disk at once, with files whose names are gone."
# reason = ["exited", "memory"]
# contains = "No space left on device"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

for _ in range(5):
    if os.fork() == 0:
        file = open(f"/tmp/hostile-{os.getpid()}", "wb", buffering=0)
        os.unlink(file.name)
        try:
            while True:
                file.write(bytes(1 << 20))
        except OSError as error:
            print(error.strerror, flush=True)
            os._exit(0)
for _ in range(5):
    os.wait()
