# /// lab
# shows = "append() is one step of the list: nothing is lost."
# granularity = "bytecode"
# outcomes = ["finished: 2"]
# ///
import threading

items = []
a = threading.Thread(target=lambda: items.append(1))
b = threading.Thread(target=items.append, args=(2,))
a.start()
b.start()
a.join()
b.join()
print(len(items))
