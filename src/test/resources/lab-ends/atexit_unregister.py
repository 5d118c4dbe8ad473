# /// lab
# shows = "One that was unregistered is not called, however often it was registered."
# granularity = "line"
# ///
import atexit
def one():
    print("one")
def two():
    print("two")
for each in (one, two, one):
    atexit.register(each)
atexit.unregister(one)
