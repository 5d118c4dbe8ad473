from threading import Condition, Thread

board = Condition()
notice = None


def announce():
    global notice
    with board:
        notice = "at six"
        board.notify()
    with board:
        notice = None
    with board:
        notice = "at seven"
        board.notify()


def read():
    with board:
        while notice is None:
            board.wait()
        print("bob reads:", notice)


ann = Thread(target=announce, name="ann")
bob = Thread(target=read, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
