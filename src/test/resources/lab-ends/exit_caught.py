# /// lab
# shows = "An exit that is caught is none."
# granularity = "line"
# ///
import sys
try:
    sys.exit(3)
except SystemExit as leave:
    print("caught", leave.code)
