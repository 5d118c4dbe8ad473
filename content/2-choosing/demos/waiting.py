# /// demo
# title = "Four slow pages"
# [expect]
# contains = ["page 1 is here", "page 2 is here", "page 3 is here", "page 4 is here"]
# matches = [
#   '(?s)\Apage 1 is here\npage 2 is here\npage 3 is here\npage 4 is here\nin turn: ',
#   '^in turn: (1\.[2-9]|[2-9]\.\d) s$',
#   '^in threads: 0\.[3-9] s$',
# ]
# ///
import time
from threading import Thread


def fetch(page):
    time.sleep(0.3)  # stands for a slow server
    print(f"page {page} is here")


pages = [1, 2, 3, 4]

begin = time.perf_counter()
for page in pages:
    fetch(page)
print(f"in turn: {time.perf_counter() - begin:.1f} s")

begin = time.perf_counter()
threads = [Thread(target=fetch, args=(p,), name=f"page-{p}") for p in pages]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"in threads: {time.perf_counter() - begin:.1f} s")
