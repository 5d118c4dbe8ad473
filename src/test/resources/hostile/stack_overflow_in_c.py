# /// hostile
# attack = "A call in C goes deeper than the stack."
# reason = ["failed", "memory"]
# contains = "before"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import sys

sys.setrecursionlimit(2**31 - 1)
deep = []
for _ in range(400_000):
    deep = [deep]
print("before", flush=True)
repr(deep)
