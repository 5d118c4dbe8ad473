from threading import Condition, Thread

changed = Condition()
table = []
ate = []


def lay():
    with changed:
        table.extend(["soup", "bread"])
        changed.notify_all()


def eat(name):
    with changed:
        while not table:
            changed.wait()
        ate.append(name)


ann = Thread(target=lay, name="ann")
bob = Thread(target=eat, args=("bob",), name="bob")
cid = Thread(target=eat, args=("cid",), name="cid")
ann.start()
bob.start()
cid.start()
ann.join()
bob.join()
cid.join()
print(sorted(ate), "ate at table", table)
