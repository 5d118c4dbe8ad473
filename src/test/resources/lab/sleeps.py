# /// lab
# shows = "Who sleeps longer may yet come first: to sleep is not to wait for anybody."
# granularity = "line"
# outcomes = ["finished: a b", "finished: b a"]
# ///
import threading
import time

def work(name, seconds):
    time.sleep(seconds)
    print(name)

threading.Thread(target=work, args=("a", 1)).start()
threading.Thread(target=work, args=("b", 2)).start()
