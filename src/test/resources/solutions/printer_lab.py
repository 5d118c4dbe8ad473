from threading import Semaphore, Thread

printer = Semaphore(1)
at_printer = []
most = 0
pages = []


def use(name):
    global most
    if printer.acquire(blocking=False):
        at_printer.append(name)
        most = max(most, len(at_printer))
        pages.append(name)
        at_printer.remove(name)
        printer.release()


ann = Thread(target=use, args=("ann",), name="ann")
bob = Thread(target=use, args=("bob",), name="bob")
cid = Thread(target=use, args=("cid",), name="cid")
ann.start()
bob.start()
cid.start()
ann.join()
bob.join()
cid.join()
print("most at once:", most)
