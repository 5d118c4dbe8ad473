from threading import Condition, Thread

post = Condition()
letter = None


def send():
    global letter
    with post:
        letter = "hello"
        post.notify()


def read():
    with post:
        while letter is None:
            post.wait()
        print("bob reads:", letter)


ann = Thread(target=send, name="ann")
bob = Thread(target=read, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
