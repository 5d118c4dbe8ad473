# /// lab
# shows = "Of an exit code eight bits are left."
# granularity = "line"
# ///
import sys
sys.exit(300)
