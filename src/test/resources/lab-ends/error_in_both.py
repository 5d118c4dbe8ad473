# /// lab
# shows = "Both are told."
# granularity = "line"
# ///
import threading
t = threading.Thread(target=[].pop, name="w")
t.start()
t.join()
{}["k"]
