# /// lab
# shows = "as_completed() gives what is ready first, map() what was asked for first."
# granularity = "line"
# outcomes = ["finished: tea cake, tea cake", "finished: cake tea, tea cake"]
# ///
from concurrent.futures import ThreadPoolExecutor, as_completed

def make(thing):
    return thing

things = ["tea", "cake"]
with ThreadPoolExecutor(max_workers=2) as kitchen:
    asked = [kitchen.submit(make, thing) for thing in things]
    ready = [future.result() for future in as_completed(asked)]
    in_order = list(kitchen.map(make, things))
print(" ".join(ready) + ", " + " ".join(in_order))
