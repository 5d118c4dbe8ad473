# /// lab
# shows = "Two threads log to a handler of the program."
# granularity = "bytecode"
# outcomes = ["finished: ['a', 'b']", "finished: ['b', 'a']"]
# ///
import threading
import logging
out = []
class H(logging.Handler):
    def emit(self, record):
        out.append(record.getMessage())
log = logging.getLogger('lab')
log.handlers[:] = [H()]
log.propagate = False

def first():
    log.warning('a')

def second():
    log.warning('b')

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
