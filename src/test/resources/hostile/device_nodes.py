# /// hostile
# attack = "The program makes devices, to reach the machine's disks and memory."
# reason = "exited"
# matches = "(refused: .*\n){3}"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, stat

for kind, major, minor in ((stat.S_IFBLK, 8, 0), (stat.S_IFCHR, 1, 1), (stat.S_IFCHR, 1, 3)):
    try:
        os.mknod("/tmp/hostile-device", kind | 0o666, os.makedev(major, minor))
        print("ESCAPED")
    except OSError as error:
        print("refused:", error.strerror)
for name in ("mem", "kmem", "port", "kmsg", "sda", "vda", "kvm", "fuse", "net/tun", "loop-control"):
    if os.path.exists("/dev/" + name):
        print("ESCAPED", name)
