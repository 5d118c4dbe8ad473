# /// lab
# shows = "The pools cannot be had any longer when the program ends."
# granularity = "line"
# ///
import atexit
def late():
    from concurrent.futures import ThreadPoolExecutor
    print("never")
atexit.register(late)
import threading
