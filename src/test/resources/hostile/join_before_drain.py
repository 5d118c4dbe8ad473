# /// hostile
# attack = "A process is joined before the queue that it fills is drained."
# reason = "time"
#
# [limits]
# wall-ms = 1500
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import multiprocessing

def fill(queue):
    queue.put("x" * 10_000_000)

fork = multiprocessing.get_context("fork")
queue = fork.Queue()
child = fork.Process(target=fill, args=(queue,))
child.start()
child.join()
print("ESCAPED")
