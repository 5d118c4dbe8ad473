# /// lab
# shows = "They may wait for daemons."
# granularity = "line"
# ///
import atexit
import threading
go = threading.Event()
def work():
    go.wait()
    print("daemon")
t = threading.Thread(target=work, daemon=True)
t.start()
@atexit.register
def late():
    go.set()
    t.join()
    print("end")
