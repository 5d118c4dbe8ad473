# /// hostile
# attack = "The program sets limits for the process that holds the sandbox."
# reason = ["exited", "failed", "lost"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import resource

for name in ("CPU", "NOFILE", "NPROC", "AS"):
    try:
        resource.prlimit(1, getattr(resource, "RLIMIT_" + name), (0, 0))
    except OSError as error:
        print("refused:", error.strerror)
print("end")
