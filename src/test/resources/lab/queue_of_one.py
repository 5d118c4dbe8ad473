# /// lab
# shows = "A queue with room for one makes the producer wait; which of both tells first is open."
# granularity = "line"
# outcomes = [
#   "finished: put put got got", "finished: put got put got",
#   "finished: got put put got", "finished: got put got put", "finished: put got got put",
# ]
# ///
import threading
import queue

q = queue.Queue(1)

def produce():
    q.put(1)
    print("put")
    q.put(2)
    print("put")

def consume():
    q.get()
    print("got")
    q.get()
    print("got")

threading.Thread(target=produce).start()
threading.Thread(target=consume).start()
