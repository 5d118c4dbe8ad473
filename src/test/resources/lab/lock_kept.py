# /// lab
# shows = "A lock that its holder keeps, instruction by instruction."
# granularity = "bytecode"
# outcomes = ["deadlock: | main, a", "deadlock: | main, b"]
# ///
from threading import Lock, Thread

lock = Lock()
a = Thread(target=lambda: lock.acquire(), name="a")
b = Thread(target=lambda: lock.acquire(), name="b")
a.start()
b.start()
