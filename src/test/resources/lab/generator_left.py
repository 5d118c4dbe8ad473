# /// lab
# shows = "A generator that is left before its end does what stands in its finally at once, not later."
# granularity = "line"
# outcomes = [
#   "finished: ['closed', 'first', 'second']",
#   "finished: ['closed', 'second', 'first']",
#   "finished: ['second', 'closed', 'first']",
# ]
# ///
import threading
log = []

def numbers():
    try:
        yield 1
        yield 2
    finally:
        log.append("closed")

def first():
    for n in numbers():
        break
    log.append("first")

def second():
    log.append("second")

threads = [threading.Thread(target=f) for f in (first, second)]
for each in threads:
    each.start()
for each in threads:
    each.join()
print(log)
