# /// beside
# afterwards = true
# reason = "cpu"
# ///
"""Passes its limit on processor time, which no single one of its processes does."""

import os

for _ in range(3):
    if os.fork() == 0:
        break
while True:
    pass
