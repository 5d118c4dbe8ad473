# /// lab
# shows = "A barrier for two that three come to leaves one of them waiting."
# granularity = "line"
# outcomes = ["deadlock: | main, a", "deadlock: | main, b", "deadlock: | main, c"]
# ///
from threading import Barrier, Thread

meet = Barrier(2)

def work():
    meet.wait()

Thread(target=work, name="a").start()
Thread(target=work, name="b").start()
Thread(target=work, name="c").start()
