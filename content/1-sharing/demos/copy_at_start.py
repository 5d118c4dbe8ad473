# /// demo
# title = "A copy, made at the start"
# [expect]
# outputs = ["child: ['before', 'child']\nmain: ['before', 'after']\n"]
# ///
import time
from multiprocessing import Process


def look(notes):
    notes.append("child")
    time.sleep(0.5)
    print("child:", notes)


if __name__ == "__main__":
    notes = ["before"]
    child = Process(target=look, args=(notes,), name="child")
    child.start()
    notes.append("after")
    child.join()
    print("main:", notes)
