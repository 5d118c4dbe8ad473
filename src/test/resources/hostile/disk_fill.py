# /// hostile
# attack = "A file grows for ever."
# reason = ["exited", "memory"]
# contains = "No space left on device"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
written = 0
try:
    with open("/tmp/hostile-fill", "wb", buffering=0) as file:
        while True:
            written += file.write(bytes(1 << 20))
except OSError as error:
    print(error.strerror)
if written > 33 << 20:
    print("ESCAPED")
