# /// hostile
# attack = "A line of a gigabyte never ends."
# reason = "output"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import sys

for _ in range(1024):
    sys.stdout.write("x" * (1 << 20))
print()
