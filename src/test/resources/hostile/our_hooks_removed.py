# /// hostile
# attack = "The program removes the hooks that tell of its threads and processes."
# reason = "exited"
# contains = ["from a thread", "end"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import multiprocessing.process, os, sys, threading

threading._limbo = {}
threading.Thread._bootstrap_inner = lambda self: (self._started.set(), self.run())
multiprocessing.process.BaseProcess._bootstrap = lambda self, **_: os._exit(0)
type(sys.stdout).write.__globals__["frames"].__dict__["send"] = None
threading.Thread(target=lambda: os.write(1, b"from a thread\n")).start()
process = multiprocessing.get_context("fork").Process(target=int)
process.start()
process.join()
os.write(1, b"end\n")
