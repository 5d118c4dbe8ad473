# /// lab
# shows = "The program's own hook is told of what threads fail of."
# granularity = "line"
# ///
import threading
def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None)
threading.excepthook = hook
def work():
    raise ValueError("no")
t = threading.Thread(target=work, name="w")
t.start()
t.join()
print("end")
