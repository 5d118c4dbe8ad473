# /// lab
# shows = "And a number that is no whole one."
# granularity = "line"
# ///
raise SystemExit(2.5)
