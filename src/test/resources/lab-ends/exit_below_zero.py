# /// lab
# shows = "Of one below zero, too."
# granularity = "line"
# ///
import sys
sys.exit(-1)
