# /// hostile
# attack = "The program runs those that give their user the rights of root."
# reason = "exited"
# contains = "['0000000000000000', '1']"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import glob, os, stat, subprocess

for name in glob.glob("/usr/*bin/*"):
    if os.lstat(name).st_mode & stat.S_ISUID and os.lstat(name).st_uid == 0:
        print("ESCAPED", name)
try:
    out = subprocess.run(["/usr/bin/su", "-c", "id -u"], stdin=subprocess.DEVNULL, capture_output=True, text=True)
    print(out.returncode, out.stdout)
except FileNotFoundError:
    print("not there")
with open("/proc/self/status") as status:
    print([line.split()[1] for line in status if line.startswith(("CapEff", "NoNewPrivs"))])
