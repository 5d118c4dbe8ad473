# /// lab
# shows = "Anything but a number is written, and the exit code is 1."
# granularity = "line"
# ///
import sys
sys.exit("text")
