# /// hostile
# attack = "Everything that Python prints with is taken away."
# reason = "exited"
# contains = "heard"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import builtins, os, sys

class Evil:
    def write(self, text):
        raise RuntimeError("no")
    flush = write

sys.stdout.detach()
sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = Evil()
for name in [name for name in sys.modules if name.startswith("_interleave")]:
    vars(sys.modules.pop(name)).clear()
del builtins.print
os.write(1, b"heard\n")
os._exit(0)
