# /// lab
# shows = "A variable that two inner functions share."
# granularity = "bytecode"
# outcomes = ["finished: 1", "finished: 5", "finished: 6"]
# ///
import threading

def program():
    n = 0

    def add():
        nonlocal n
        n += 1

    def reset():
        nonlocal n
        n = 5

    a = threading.Thread(target=add)
    b = threading.Thread(target=reset)
    a.start()
    b.start()
    a.join()
    b.join()
    print(n)

program()
