# /// lab
# shows = "A listener takes records off a queue in a thread of its own."
# granularity = "line"
# ///
import logging.handlers
import queue
records = queue.Queue()
class Own(logging.Handler):
    def emit(self, record):
        print("got", record.getMessage())
listener = logging.handlers.QueueListener(records, Own())
listener.start()
log = logging.getLogger("x")
log.addHandler(logging.handlers.QueueHandler(records))
log.warning("a")
log.warning("b")
listener.stop()
print("end")
