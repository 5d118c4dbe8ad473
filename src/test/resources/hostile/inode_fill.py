# /// hostile
# attack = "Empty files are made for ever."
# reason = ["memory", "failed", "cpu"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

n = 0
while True:
    os.close(os.open(f"/tmp/hostile-{n}", os.O_CREAT))
    n += 1
