# /// lab
# shows = "A loop that only looks at a variable that functions share."
# granularity = "line"
# outcomes = ["finished: go"]
# ///
import threading

def program():
    ready = False

    def wait():
        while not ready:
            pass
        print("go")

    def tell():
        nonlocal ready
        ready = True

    a = threading.Thread(target=wait)
    b = threading.Thread(target=tell)
    a.start()
    b.start()
    a.join()
    b.join()

program()
