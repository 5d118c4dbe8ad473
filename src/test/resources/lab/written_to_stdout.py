# /// lab
# shows = "Writing to sys.stdout is a step that others can see, as print() is."
# granularity = "line"
# outcomes = [
#   "finished: aAbB", "finished: abAB", "finished: abBA", "finished: baAB", "finished: baBA", "finished: bBaA",
# ]
# ///
import sys
from threading import Thread


def write(letter):
    sys.stdout.write(letter)
    sys.stdout.write(letter.upper())


threads = [Thread(target=write, args=(letter,)) for letter in "ab"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
