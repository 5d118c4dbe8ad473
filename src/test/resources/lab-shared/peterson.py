# /// lab
# shows = "Two threads keep each other out by flags and a turn."
# granularity = "bytecode"
# outcomes = ["finished: 2"]
# ///
import threading
want = [False, False]
turn = 0
n = 0
def work(me):
    global turn, n
    want[me] = True
    turn = 1 - me
    while want[1 - me] and turn == 1 - me:
        pass
    n += 1
    want[me] = False
ts = [threading.Thread(target=work, args=(i,)) for i in (0, 1)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(n)
