# /// lab
# shows = "Work that a pool was given is done before the program ends."
# granularity = "line"
# ///
from concurrent.futures import ThreadPoolExecutor
pool = ThreadPoolExecutor(1)
for letter in "abc":
    pool.submit(print, letter)
