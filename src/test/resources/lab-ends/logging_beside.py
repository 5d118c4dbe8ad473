# /// lab
# shows = "Without a handler warnings are written as they are."
# granularity = "line"
# ///
import logging
import threading
t = threading.Thread(target=logging.warning, args=("thread",))
t.start()
t.join()
logging.getLogger("x").error("main %d", 1)
logging.info("never")
