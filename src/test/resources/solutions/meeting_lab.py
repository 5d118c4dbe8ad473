from threading import Condition, Thread

changed = Condition()
here = 0
meetings = 0
parts = []


def meet():
    global here, meetings
    with changed:
        this = meetings
        here += 1
        if here == 2:
            here = 0
            meetings += 1
            changed.notify_all()
        while this == meetings:
            changed.wait()


def work():
    parts.append(1)
    meet()
    parts.append(2)
    meet()


ann = Thread(target=work, name="ann")
bob = Thread(target=work, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
print(parts)
