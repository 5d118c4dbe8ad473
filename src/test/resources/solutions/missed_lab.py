from threading import Condition, Thread

post = Condition()
letter = None


def read():
    with post:
        while letter is None:
            post.wait()
        print("bob reads:", letter)


def send():
    global letter
    with post:
        letter = "hello"
        post.notify()


bob = Thread(target=read, name="bob")
ann = Thread(target=send, name="ann")
bob.start()
ann.start()
bob.join()
ann.join()
