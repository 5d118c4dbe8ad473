# /// lab
# shows = "A thread begins without what others have set in their contexts."
# granularity = "line"
# ///
import contextvars
import threading
var = contextvars.ContextVar("var", default=0)
def work(n):
    print(var.get())
    var.set(n)
var.set(5)
for n in (1, 2):
    t = threading.Thread(target=work, args=(n,))
    t.start()
    t.join()
print(var.get())
