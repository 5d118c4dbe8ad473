# /// lab
# shows = "A generator that two threads go on with at once says so."
# granularity = "line"
# outcomes = [
#   "finished: 1 2",
#   "error: 1 | a: ValueError: generator already executing",
#   "error: 1 | b: ValueError: generator already executing",
# ]
# ///
import threading

def count():
    n = 0
    while True:
        n += 1
        yield n

numbers = count()
got = []

def take():
    got.append(next(numbers))

a = threading.Thread(target=take, name="a")
b = threading.Thread(target=take, name="b")
a.start()
b.start()
a.join()
b.join()
print(*sorted(got))
