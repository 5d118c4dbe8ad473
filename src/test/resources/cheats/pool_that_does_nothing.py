# Pools whose threads do nothing, and main does all the work.
from concurrent.futures import ThreadPoolExecutor

counter = 2
one, other = ThreadPoolExecutor(1), ThreadPoolExecutor(1)
ann = one.submit(int)
bob = other.submit(print, end="")
ann.result()
bob.result()
one.shutdown()
other.shutdown()
print(counter)
