# /// lab
# shows = "The last function to be registered is called first, after all threads have ended."
# granularity = "line"
# ///
import atexit
import threading
atexit.register(print, 1)
atexit.register(print, 2)
threading.Thread(target=print, args="a").start()
atexit.register(print, 3, sep="", end="!\n")
