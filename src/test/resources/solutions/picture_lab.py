from threading import Lock, Thread

width = 3
height = 2
lock = Lock()


def enlarge():
    global width, height
    with lock:
        width = 6
        height = 4


def look():
    with lock:
        print(f"bob sees {width} by {height}")


ann = Thread(target=enlarge, name="ann")
bob = Thread(target=look, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
print(f"the end is {width} by {height}")
