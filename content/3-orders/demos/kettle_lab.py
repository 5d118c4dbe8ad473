# /// demo
# title = "Waiting for the kettle"
# mode = "schedule"
# ///
from threading import Condition, Thread

kitchen = Condition()
hot = False


def heat():
    global hot
    with kitchen:
        hot = True
        kitchen.notify()


def pour():
    with kitchen:
        while not hot:
            kitchen.wait()
        print("bob pours tea")


ann = Thread(target=heat, name="ann")
bob = Thread(target=pour, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
