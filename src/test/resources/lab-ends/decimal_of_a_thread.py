# /// lab
# shows = "Nor does it begin with another one's precision."
# granularity = "line"
# ///
import decimal
import threading
def work():
    print(decimal.getcontext().prec)
    decimal.getcontext().prec = 7
decimal.getcontext().prec = 5
for _ in range(2):
    t = threading.Thread(target=work)
    t.start()
    t.join()
print(decimal.getcontext().prec)
