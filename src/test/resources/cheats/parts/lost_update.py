counter = 0


def count():
    global counter
    seen = counter
    counter = seen + 1


ann = Thread(target=count, name="ann")
bob = Thread(target=count, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
print(counter)
