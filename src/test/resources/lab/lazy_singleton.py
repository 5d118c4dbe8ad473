# /// lab
# shows = "The one object is made twice."
# granularity = "line"
# outcomes = ["finished: 1", "finished: 2"]
# ///
import threading

class Settings:
    made = 0

instance = None

def get():
    global instance
    if instance is None:
        Settings.made += 1
        instance = Settings()

a = threading.Thread(target=get)
b = threading.Thread(target=get)
a.start()
b.start()
a.join()
b.join()
print(Settings.made)
