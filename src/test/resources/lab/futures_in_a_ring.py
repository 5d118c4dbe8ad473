# /// lab
# shows = "Two futures wait for each other, unless the first one looks before the second is noted down."
# granularity = "line"
# outcomes = ["finished: KeyError KeyError", "deadlock: | main, ThreadPoolExecutor-0_0, ThreadPoolExecutor-0_1"]
# ///
from concurrent.futures import ThreadPoolExecutor

noted = {}

def ask_bob():
    return noted["bob"].result()

def ask_ann():
    return noted["ann"].result()

pool = ThreadPoolExecutor(max_workers=2)
noted["ann"] = pool.submit(ask_bob)
noted["bob"] = pool.submit(ask_ann)
errors = [noted[name].exception() for name in ("ann", "bob")]
print(*[type(error).__name__ for error in errors])
