# /// hostile
# attack = "Every file and link of the process that holds the sandbox, once part of what makes all sandboxes, is tried."
# reason = "exited"
# contains = "end"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

for folder in ("/proc/1", "/proc/1/task/1"):
    for name in os.listdir(folder):
        path = f"{folder}/{name}"
        if os.path.islink(path):
            try:
                print("ESCAPED", path, os.readlink(path))
            except OSError:
                pass
        elif os.path.isfile(path):
            try:
                fd = os.open(path, os.O_WRONLY)
                os.write(fd, b"0")
                print("ESCAPED by writing", path)
            except OSError:
                pass
    for name in ("fd", "fdinfo", "map_files", "ns"):
        try:
            for each in os.listdir(f"{folder}/{name}"):
                os.stat(f"{folder}/{name}/{each}")
                print("ESCAPED", folder, name, each)
        except OSError:
            pass
    for name in ("environ", "maps", "smaps", "mem", "auxv", "pagemap", "io", "personality", "stack"):
        try:
            with open(f"{folder}/{name}", "rb") as file:
                if file.read(1):
                    print("ESCAPED by reading", folder, name)
        except OSError:
            pass
print("end")
