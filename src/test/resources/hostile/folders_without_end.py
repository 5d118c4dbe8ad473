# /// hostile
# attack = "Folders lie in each other, deeper than a path may be long."
# reason = ["failed", "cpu"]
# contains = "No space left on device"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

os.chdir("/tmp")
for _ in range(20_000):
    os.mkdir("hostile-deep")
    os.chdir("hostile-deep")
print("deep")
