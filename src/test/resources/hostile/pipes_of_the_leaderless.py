# /// hostile
# attack = "Processes whose first thread has left fill pipes, beside one that shows what it has."
# machine = "amd64"
# uses = "first_thread_leaves.py"
# reason = "memory"
#
# [limits]
# memory-mib = 48
# wall-ms = 20000
# cpu-ms = 10000
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")

def fill():
    for _ in range(240):
        kept.append(os.pipe())
        os.set_blocking(kept[-1][1], False)
        try:
            while True:
                os.write(kept[-1][1], bytes(1 << 12))
        except BlockingIOError:
            pass

kept = []
for _ in range(6):
    if os.fork() == 0:
        leave(fill)
time.sleep(60)
