# /// hostile
# attack = "The program looks for secrets in the environment of all that it sees."
# reason = "exited"
# contains = ["['HOME', 'LANG', 'PATH', 'PWD']", "['1', '2']"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import glob, os, sys

allowed = {b"PATH", b"LANG", b"HOME", b"PWD", b""}
# Python without the GIL is told how to take memory.
if not getattr(sys, "_is_gil_enabled", lambda: True)(): allowed |= {b"MIMALLOC_ARENA_EAGER_COMMIT", b"MIMALLOC_EAGER_COMMIT"}
for name in glob.glob("/proc/[0-9]*/environ") + ["/proc/self/environ"]:
    try:
        with open(name, "rb") as file:
            keys = {entry.split(b"=")[0] for entry in file.read().split(b"\0")}
        if keys - allowed:
            print("ESCAPED", name, keys - allowed)
    except OSError:
        pass
print(sorted(name for name in os.environ if not name.startswith('MIMALLOC_')))
print(sorted(name for name in os.listdir("/proc") if name.isdigit()))
