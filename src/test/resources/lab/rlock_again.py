# /// lab
# shows = "A lock that its holder may take again keeps the others out until it is free."
# granularity = "line"
# outcomes = ["finished: a a b b", "finished: b b a a"]
# ///
from threading import RLock, Thread

lock = RLock()

def work(name):
    with lock:
        print(name)
        with lock:
            print(name)

a = Thread(target=work, args=("a",))
b = Thread(target=work, args=("b",))
a.start()
b.start()
