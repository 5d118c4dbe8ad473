# /// lab
# shows = "The program's exit code is the main thread's, and waits for the other threads."
# granularity = "line"
# outcomes = ["error: a | exit 3"]
# ///
import sys
import threading

threading.Thread(target=print, args="a").start()
sys.exit(3)
