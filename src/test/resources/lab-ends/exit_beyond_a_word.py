# /// lab
# shows = "One that is no number of the machine."
# granularity = "line"
# ///
import sys
sys.exit(10**30)
