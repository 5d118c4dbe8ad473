# /// demo
# title = "Two threads, two words each"
# mode = "schedule"
# ///
from threading import Thread


def count():
    print("1")
    print("2")


def spell():
    print("a")
    print("b")


ann = Thread(target=count, name="ann")
bob = Thread(target=spell, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
