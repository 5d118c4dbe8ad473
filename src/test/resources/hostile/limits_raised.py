# /// hostile
# attack = "The program raises its own limits."
# reason = "exited"
# matches = "(refused: .*\n){10}"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import resource

for name in ("NPROC", "DATA", "CPU", "NOFILE", "CORE"):
    limit = getattr(resource, "RLIMIT_" + name)
    soft, hard = resource.getrlimit(limit)
    for most in (hard + 1, resource.RLIM_INFINITY):
        try:
            resource.setrlimit(limit, (most, most))
            print("ESCAPED", name)
        except (ValueError, OSError) as error:
            print("refused:", error)
