# /// lab
# shows = "Two who hand a flag to each other and look for its return."
# granularity = "line"
# outcomes = ["finished: a b a"]
# ///
import threading

turn = "a"

def one():
    global turn
    print("a")
    turn = "b"
    while turn == "b": pass
    print("a")

def other():
    global turn
    while turn == "a": pass
    print("b")
    turn = "a"

threading.Thread(target=one).start()
threading.Thread(target=other).start()
