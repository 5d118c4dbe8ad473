# /// lab
# shows = "An interrupt that a thread raises is an error of it."
# granularity = "line"
# ///
import threading
def work():
    raise KeyboardInterrupt
t = threading.Thread(target=work, name="w")
t.start()
t.join()
print("end")
