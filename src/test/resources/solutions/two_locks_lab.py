from threading import Lock, Thread

pen = Lock()
paper = Lock()
sheet = ""
letters = []


def write(name, first, second):
    global sheet
    with first:
        with second:
            sheet = name
            letters.append(sheet)


ann = Thread(target=write, args=("ann", pen, paper), name="ann")
bob = Thread(target=write, args=("bob", pen, paper), name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
print(len(letters), "letters")
