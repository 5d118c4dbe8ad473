# /// lab
# shows = "Events of a scheduler come in their order."
# granularity = "line"
# ///
import sched
import time
scheduler = sched.scheduler(time.monotonic, time.sleep)
scheduler.enter(0.02, 1, print, ("b",))
scheduler.enter(0.01, 1, print, ("a",))
scheduler.run()
