# /// beside
# afterwards = true
# reason = "memory"
# ///
"""Passes its limit on memory, which no single one of its processes does."""

import os
import time

for _ in range(3):
    if os.fork() == 0:
        break
kept = [bytes([n]) * (1 << 20) for n in range(45)]
time.sleep(60)
