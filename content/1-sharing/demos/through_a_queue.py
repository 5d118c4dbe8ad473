# /// demo
# title = "Sent home through a queue"
# [expect]
# contains = ["main: 16 in the list"]
# matches = [
#   '(?s)\A\w: 1 in .*\w: 2 in .*\w: 3 in .*\w: 4 in .*\w: 5 in .*\w: 6 in .*\w: 7 in .*\w: 8 in .*\w: 9 in .*\w: 10 in .*\w: 11 in .*\w: 12 in .*\w: 13 in .*\w: 14 in .*\w: 15 in .*\w: 16 in .*main: 16 in the list\n\z',
#   '(?s)^1:.*^2:.*^3:.*^4:.*^5:.*^6:.*^7:.*^8:',
#   '(?s)^a:.*^b:.*^c:.*^d:.*^e:.*^f:.*^g:.*^h:',
#   '(?s)^a:.*^8:',
#   '(?s)^1:.*^h:',
# ]
# ///
import time
from multiprocessing import Process, Queue


def send(items, queue):
    for item in items:
        queue.put(item)
        time.sleep(0.1)
    queue.put(None)  # nothing more will come


if __name__ == "__main__":
    seen = []
    queue = Queue()
    Process(target=send, args=("12345678", queue), name="numbers").start()
    Process(target=send, args=("abcdefgh", queue), name="letters").start()
    working = 2
    while working:
        item = queue.get()
        if item is None:
            working -= 1
        else:
            seen.append(item)
            print(f"{item}: {len(seen)} in the list")
    print(f"main: {len(seen)} in the list")
