# /// hostile
# attack = "Every folder in memory is filled to the last byte."
# reason = "memory"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import time

for folder in ("/tmp", "/box", "/dev/shm"):
    try:
        with open(folder + "/hostile-fill", "wb", buffering=0) as file:
            while True:
                file.write(bytes(1 << 20))
    except OSError as error:
        print(folder, error.strerror)
time.sleep(60)
