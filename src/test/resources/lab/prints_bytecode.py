# /// lab
# shows = "Two letters in both orders, instruction by instruction."
# granularity = "bytecode"
# outcomes = ["finished: a b", "finished: b a"]
# ///
import threading

a = threading.Thread(target=lambda: print("a"))
b = threading.Thread(target=lambda: print("b"))
a.start()
b.start()
