# /// demo
# title = "Numbers and letters, two threads"
# [expect]
# contains = ["16 in the list", "main: 16 in the list"]
# lacks = ["17 in the list"]
# matches = [
#   '(?s)1:.*2:.*3:.*4:.*5:.*6:.*7:.*8:.*main:',
#   '(?s)a:.*b:.*c:.*d:.*e:.*f:.*g:.*h:.*main:',
#   '(?s)a:.*8:',
#   '(?s)1:.*h:',
# ]
# [predict]
# question = "Each thread adds eight things. How far will the counting go?"
# choices = ["To 8, once for each thread", "To 16", "That changes from run to run"]
# answer = "To 16"
# why = "There is one list, and both threads add to it. What changes from run to run is the order."
# ///
import time
from threading import Thread

seen = []


def show(items):
    for item in items:
        seen.append(item)
        print(f"{item}: {len(seen)} in the list")
        time.sleep(0.1)


numbers = Thread(target=show, args=("12345678",), name="numbers")
letters = Thread(target=show, args=("abcdefgh",), name="letters")
numbers.start()
letters.start()
numbers.join()
letters.join()
print(f"main: {len(seen)} in the list")
