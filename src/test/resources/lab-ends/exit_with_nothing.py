# /// lab
# shows = "Nothing is 0."
# granularity = "line"
# ///
import sys
print("a")
sys.exit()
