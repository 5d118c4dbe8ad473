# /// demo
# title = "A pause is no promise"
# mode = "schedule"
# [challenge]
# level = "easy"
# granularity = "bytecode"
# goal = "Find an order in which the main thread counts fewer than 3 pages."
# fix = "Change the program so that the main thread always counts 3 pages."
# good = ["3 pages\n"]
# check = "assert pages == [1, 2, 3]"
# threads = 1
# hints = [
#   "A thread that sleeps may go on whenever you choose it: its second may be over before ann has done anything.",
#   "No number of seconds is enough. Wait for what you really need: that ann has ended.",
# ]
# ///
import time
from threading import Thread

pages = []


def download():
    for number in (1, 2, 3):
        pages.append(number)


ann = Thread(target=download, name="ann")
ann.start()
time.sleep(1)
print(len(pages), "pages")
ann.join()
