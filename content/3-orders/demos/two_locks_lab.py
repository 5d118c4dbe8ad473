# /// demo
# title = "Pen and paper"
# mode = "schedule"
# [challenge]
# level = "easy"
# granularity = "bytecode"
# goal = "Find an order in which ann and bob wait for each other for ever."
# fix = "Change the program so that both always get to write, still one at a time."
# good = ["2 letters\n"]
# check = "assert sorted(letters) == ['ann', 'bob']"
# threads = 2
# hints = [
#   "Let each of them take one thing.",
#   "If both took their things in the same order, whoever has the first would never wait for one who needs it.",
# ]
# ///
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
bob = Thread(target=write, args=("bob", paper, pen), name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
print(len(letters), "letters")
