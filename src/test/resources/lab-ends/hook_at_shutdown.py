# /// lab
# shows = "Functions that threading calls at its end come before threads are joined."
# granularity = "line"
# ///
import threading
go = threading.Event()
def work():
    go.wait()
    print("thread")
def stop():
    print("stop")
    go.set()
threading._register_atexit(stop)
threading.Thread(target=work).start()
print("end")
