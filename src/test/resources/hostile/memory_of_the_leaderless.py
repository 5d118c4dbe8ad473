# /// hostile
# attack = "Processes whose first thread has left take memory."
# machine = "amd64"
# uses = "first_thread_leaves.py"
# reason = "memory"
#
# [limits]
# wall-ms = 5000
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")

def eat():
    kept.extend(bytes([n]) * (1 << 20) for n in range(1, 46))
    os.write(1, b"%d MiB\n" % len(kept))

kept = []
for _ in range(4):
    if os.fork() == 0:
        leave(eat)
time.sleep(60)
