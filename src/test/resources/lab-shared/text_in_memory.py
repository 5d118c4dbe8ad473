# /// lab
# shows = "Two threads write to a StringIO."
# granularity = "bytecode"
# outcomes = ["finished: ab", "finished: ba"]
# ///
import threading
import io
f = io.StringIO()

def first():
    f.write('a')

def second():
    f.write('b')

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(f.getvalue())
