# /// lab
# shows = "Handlers are flushed and closed at the end."
# granularity = "line"
# ///
import logging
class Last(logging.Handler):
    def emit(self, record):
        print("emit", record.getMessage(), record.threadName)
    def flush(self):
        print("flush")
    def close(self):
        print("close")
        super().close()
handler = Last()
logging.getLogger().addHandler(handler)
logging.warning("a")
