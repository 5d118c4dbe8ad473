# /// hostile
# attack = "All memory for pipes that its user may have is held, for nobody to be given a program any more."
# reason = "stopped"
# beside = "long.py"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import fcntl, os, time

F_SETPIPE_SZ = 1031
kept = [os.pipe() for _ in range(160)]
for _, writer in kept:
    for power in range(20, 12, -1):
        try:
            fcntl.fcntl(writer, F_SETPIPE_SZ, 1 << power)
            break
        except OSError:
            pass
kept += [os.pipe() for _ in range(80)]
print("held", flush=True)
time.sleep(60)
