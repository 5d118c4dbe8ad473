# /// lab
# shows = "Of an attribute of local() each thread has its own."
# granularity = "line"
# outcomes = ["finished: a b none", "finished: b a none"]
# ///
from threading import Thread, local

own = local()

def work(name):
    own.value = name
    print(own.value)

a = Thread(target=work, args="a")
b = Thread(target=work, args="b")
a.start()
b.start()
a.join()
b.join()
print(getattr(own, "value", "none"))
