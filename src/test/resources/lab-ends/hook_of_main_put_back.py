# /// lab
# shows = "The usual hook can be put back."
# granularity = "line"
# ///
import sys
sys.excepthook = print
sys.excepthook = sys.__excepthook__
raise ValueError("no")
