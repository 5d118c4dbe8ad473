# /// hostile
# attack = "The program becomes Python again, and asks for new limits at the place where they come from."
# reason = "exited"
# lacks = "4000"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, sys

reader, writer = os.pipe()
os.write(writer, b"4000 99999999999 9999\nprint('ESCAPED')\n")
os.close(writer)
os.dup2(reader, 3)
os.execv(sys.executable, ["python3", "-c", "import resource; print(resource.getrlimit(resource.RLIMIT_NPROC))"])
