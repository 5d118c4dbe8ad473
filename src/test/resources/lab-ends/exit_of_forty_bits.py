# /// lab
# shows = "Of one that is longer than a word of C, the last bits."
# granularity = "line"
# ///
import sys
sys.exit(2**40 + 5)
