# /// lab
# shows = "Only SystemExit itself is silent."
# granularity = "line"
# ///
import threading
class Leave(SystemExit):
    pass
def work():
    raise Leave(3)
t = threading.Thread(target=work, name="w")
t.start()
t.join()
print("end")
