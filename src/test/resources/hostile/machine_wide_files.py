# /// hostile
# attack = "The kernel's files about the whole machine are read, for what others do."
# reason = "exited"
# contains = "there: []"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

names = """buddyinfo cgroups cmdline consoles cpuinfo crypto devices diskstats execdomains fb
    filesystems interrupts iomem ioports kallsyms kcore key-users keys kmsg kpagecount loadavg locks
    mdstat meminfo misc modules pagetypeinfo partitions pressure/cpu pressure/memory sched_debug
    schedstat slabinfo softirqs stat swaps sys/fs/file-nr sys/fs/inode-nr sys/kernel/ns_last_pid
    sys/kernel/random/entropy_avail sysvipc/shm timer_list uptime version vmallocinfo vmstat
    zoneinfo""".split()
print("there:", [name for name in names if os.path.lexists("/proc/" + name)])
