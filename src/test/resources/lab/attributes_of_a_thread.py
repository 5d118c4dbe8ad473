# /// lab
# shows = "A class of the program that is derived of Thread has attributes as any other has."
# granularity = "line"
# outcomes = ["finished: 2", "finished: 3", "finished: 4"]
# ///
from threading import Thread


class Counter(Thread):
    total = 0

    def __init__(self, other=None):
        super().__init__()
        self.other = other or self

    def run(self):
        seen = self.other.total
        self.other.total = seen + 1
        self.other.total += 1


ann = Counter()
bob = Counter(ann)
ann.start()
bob.start()
ann.join()
bob.join()
print(ann.total)
