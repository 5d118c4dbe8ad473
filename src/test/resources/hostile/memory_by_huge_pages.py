# /// hostile
# attack = "Memory is taken from the machine's pool of huge pages, which no limit counts."
# reason = "exited"
# contains = ["plain refused:", "unreserved refused:", "shared refused:"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import mmap

MAP_NORESERVE, MAP_HUGETLB = 0x4000, 0x40000
ways = {"plain": mmap.MAP_PRIVATE, "unreserved": mmap.MAP_PRIVATE | MAP_NORESERVE,
        "shared": mmap.MAP_SHARED | MAP_NORESERVE}
for name, way in ways.items():
    try:
        mmap.mmap(-1, 64 << 20, way | mmap.MAP_ANONYMOUS | MAP_HUGETLB)
        print("ESCAPED", name)
    except OSError as error:
        print(name, "refused:", error.strerror)
