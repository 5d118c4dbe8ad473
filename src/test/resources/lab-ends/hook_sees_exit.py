# /// lab
# shows = "The program's own hook is told of threads that leave, which the usual one is silent about."
# granularity = "line"
# ///
import sys
import threading
threading.excepthook = lambda args: print(args.exc_type.__name__, args.exc_value)
t = threading.Thread(target=sys.exit, args=(3,))
t.start()
t.join()
print("end")
