# /// hostile
# attack = "The program changes Python, and what else everybody uses."
# reason = "exited"
# contains = "refused 54"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, sys

tries = 0
for name in (sys.executable, os.__file__, "/usr/bin/env", "/lib/hostile", "/usr/local/hostile", "/hostile",
             "/dev/hostile", "/proc/hostile", os.path.dirname(os.__file__) + "/sitecustomize.py"):
    for action in (lambda: open(name, "ab"), lambda: os.chmod(name, 0o777), lambda: os.unlink(name),
                   lambda: os.rename(name, name + "x"), lambda: os.utime(name), lambda: os.chown(name, 0, 0)):
        try:
            action()
            print("ESCAPED", name)
        except OSError:
            tries += 1
print("refused", tries)
