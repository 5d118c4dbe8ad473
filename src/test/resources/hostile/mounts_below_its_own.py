# /// hostile
# attack = "The program takes its own folders away, to reach the ones of the process that makes sandboxes."
# machine = "amd64"
# reason = "exited"
# contains = ["[1, 2]", "end"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)
for folder in (b"/proc", b"/tmp", b"/box", b"/dev/shm", b"/dev/null", b"/usr/local", b"/usr", b"/"):
    for flags in (0, 2, 8, 10):
        if libc.umount2(folder, flags) != -1:
            print("ESCAPED umount2", folder)
    for flags in (32 | 4096, 8192, 1 << 18, 1 << 20):
        if libc.mount(folder, b"/tmp", None, ctypes.c_ulong(flags), None) != -1:
            print("ESCAPED mount", folder)
AT_FDCWD, OPEN_TREE_CLONE = -100, 1
if libc.syscall(428, AT_FDCWD, b"/", OPEN_TREE_CLONE) != -1:
    print("ESCAPED open_tree")
for number in (457, 458):
    if libc.syscall(number, None, None, 0, 0) != -1:
        print("ESCAPED statmount or listmount")
os.chdir("/proc")
for way in ("..", "../proc", "self/../..", "/proc/self/root/proc"):
    os.chdir(way)
print(sorted(int(name) for name in os.listdir("/proc") if name.isdigit()))
print("end")
