# /// lab
# shows = "A daemon comes as far as it comes until the program ends."
# granularity = "line"
# outcomes = [
#   "finished: main", "finished: 1 main", "finished: main 1",
#   "finished: 1 2 main", "finished: 1 main 2", "finished: main 1 2",
# ]
# ///
import threading

def work():
    print(1)
    print(2)

threading.Thread(target=work, daemon=True).start()
print("main")
