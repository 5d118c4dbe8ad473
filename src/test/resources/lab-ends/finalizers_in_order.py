# /// lab
# shows = "Finalizers and what atexit calls: the last one first."
# granularity = "line"
# ///
import atexit
import weakref
class Thing:
    pass
things = [Thing(), Thing()]
atexit.register(print, "before")
for i, each in enumerate(things):
    weakref.finalize(each, print, "gone", i)
atexit.register(print, "after")
