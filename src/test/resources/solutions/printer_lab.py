from threading import Semaphore, Thread

printer = Semaphore(1)
there = 0
most = 0


def use(times):
    global there, most
    for _ in range(times):
        if printer.acquire(blocking=False):
            there += 1
            most = max(most, there)
            there -= 1
            printer.release()


ann = Thread(target=use, args=(1,), name="ann")
bob = Thread(target=use, args=(2,), name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
print(f"at most {most} at the printer")
