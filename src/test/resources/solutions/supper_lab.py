from threading import Thread


def cook():
    print("ann cooks")


def serve():
    print("bob serves")


ann = Thread(target=cook, name="ann")
bob = Thread(target=serve, name="bob")
ann.start()
ann.join()
bob.start()
bob.join()
