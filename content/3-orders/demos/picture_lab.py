# /// demo
# title = "Half of the old, half of the new"
# mode = "schedule"
# [challenge]
# level = "medium"
# granularity = "bytecode"
# goal = "Find an order in which bob sees a picture that there never was: neither 3 by 2 nor 6 by 4."
# fix = "Change the program so that bob sees the old picture or the new one, in every order."
# good = ["bob sees 3 by 2\nthe end is 6 by 4\n", "bob sees 6 by 4\nthe end is 6 by 4\n"]
# threads = 2
# hints = [
#   "Let ann change the width, and then let bob look.",
#   "A lock that only ann holds keeps nobody out. Reading must hold it too.",
# ]
# ///
from threading import Thread

width = 3
height = 2


def enlarge():
    global width, height
    width = 6
    height = 4


def look():
    print(f"bob sees {width} by {height}")


ann = Thread(target=enlarge, name="ann")
bob = Thread(target=look, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
print(f"the end is {width} by {height}")
