# /// hostile
# attack = "The program reads what lies on the machine."
# reason = "exited"
# contains = ["'bin', 'box', 'dev'", "[] [] ['main.py']"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

for name in ("/etc/passwd", "/etc/shadow", "/etc/hostname", "/root", "/home", "/var", "/opt", "/srv",
             "/mnt", "/media", "/run", "/boot", "/sys", "/lost+found", "/work", "/.dockerenv"):
    if os.path.exists(name):
        print("ESCAPED", name)
print(sorted(os.listdir("/")))
print(os.listdir("/tmp"), os.listdir("/dev/shm"), os.listdir("/box"))
