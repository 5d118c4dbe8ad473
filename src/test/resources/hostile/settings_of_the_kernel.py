# /// hostile
# attack = "The program writes to the kernel's settings."
# reason = "exited"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

names = ["/proc/sysrq-trigger", "/proc/sys/kernel/core_pattern", "/proc/sys/kernel/hostname",
         "/proc/sys/vm/overcommit_memory", "/proc/sys/net/ipv4/ip_forward", "/proc/sys/fs/file-max",
         "/proc/self/uid_map", "/proc/self/gid_map", "/proc/kcore", "/proc/kmsg"]
for name in names:
    try:
        with open(name, "r+b", buffering=0) as file:
            file.write(b"1")
        print("ESCAPED", name)
    except OSError as error:
        print("refused:", error.strerror)
for name in ("/proc/self/oom_score_adj", "/proc/1/oom_score_adj"):
    try:
        with open(name, "w") as file:
            file.write("-1000")
        print("ESCAPED", name)
    except OSError as error:
        print("refused:", error.strerror)
