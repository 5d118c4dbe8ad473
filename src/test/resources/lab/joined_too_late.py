# /// lab
# shows = "A queue given as an argument is joined: by then there may be an item that nobody takes."
# granularity = "line"
# outcomes = ["deadlock: | main", "finished: done"]
# ///
import queue
import threading

work = queue.Queue()
work.put(1)

def follow(items):
    items.get()
    items.task_done()
    items.put(2)

thread = threading.Thread(target=follow, args=(work,))
thread.start()
work.join()
print("done")
