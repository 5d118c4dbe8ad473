# /// lab
# shows = "A handler is used by one thread at a time."
# granularity = "line"
# ///
import logging
import threading
log = logging.getLogger("x")
inside = 0
class Own(logging.Handler):
    def emit(self, record):
        global inside
        inside += 1
        print(record.getMessage(), inside)
        inside -= 1
log.addHandler(Own())
threads = [threading.Thread(target=log.warning, args=each) for each in "ab"]
for t in threads:
    t.start()
for t in threads:
    t.join()
