# /// demo
# title = "The last ticket"
# mode = "schedule"
# [challenge]
# level = "easy"
# granularity = "bytecode"
# goal = "Find an order in which the last ticket is sold twice."
# fix = "Change the program so that no order sells the ticket twice."
# good = ["1 sold, 0 left\n"]
# check = "assert tickets == 0 and sold in (['ann'], ['bob'])"
# threads = 2
# hints = [
#   "Let ann look, and see that there is a ticket. What does bob see if he looks now?",
#   "Between looking and taking nobody else may come in: both belong under one lock.",
# ]
# ///
from threading import Thread

tickets = 1
sold = []


def sell(name):
    global tickets
    if tickets > 0:
        tickets = tickets - 1
        sold.append(name)


ann = Thread(target=sell, args=("ann",), name="ann")
bob = Thread(target=sell, args=("bob",), name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
print(f"{len(sold)} sold, {tickets} left")
