# /// hostile
# attack = "The program starts itself anew with each import, for want of a main guard."
# reason = ["failed", "tasks", "exited"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import multiprocessing

multiprocessing.set_start_method("spawn", force=True)
for _ in range(3):
    multiprocessing.Process(target=print, args=("child",)).start()
