# /// lab
# shows = "What a daemon starts is a daemon."
# granularity = "line"
# ///
import threading
never = threading.Event()
def inner():
    never.wait()
def outer():
    t = threading.Thread(target=inner)
    t.start()
    print(t.daemon)
t = threading.Thread(target=outer, daemon=True)
t.start()
t.join()
print("end")
