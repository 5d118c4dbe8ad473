# /// lab
# shows = "An error in the main thread: exit code 1, once the others have ended."
# granularity = "line"
# outcomes = ["error: a | main: IndexError: list index out of range | exit 1"]
# ///
import threading

t = threading.Thread(target=print, args="a")
t.start()
[][0]
