# /// lab
# shows = "A finalizer that is left is called at the end."
# granularity = "line"
# ///
import weakref
class Thing:
    pass
thing = Thing()
weakref.finalize(thing, print, "gone")
print("end")
