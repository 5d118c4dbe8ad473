# /// lab
# shows = "Two threads ask for what is computed once, or twice where nothing keeps them apart."
# granularity = "line"
# ///
import threading
from functools import cached_property
made = []
class Once:
    @cached_property
    def value(self):
        made.append(7)
        return 7
once = Once()
def work():
    once.value
threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(once.value, len(made))
