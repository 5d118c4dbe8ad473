# /// lab
# shows = "It is called in the thread that fails, which is alive until it returns."
# granularity = "line"
# ///
import threading
def hook(args):
    print(threading.current_thread() is args.thread, args.thread.is_alive())
threading.excepthook = hook
t = threading.Thread(target=[].pop)
t.start()
t.join()
print(t.is_alive())
