# /// lab
# shows = "That a thread has failed is not in the exit code."
# granularity = "line"
# ///
import threading
t = threading.Thread(target=[].pop, name="w")
t.start()
t.join()
print("end")
