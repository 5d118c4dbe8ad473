# /// lab
# shows = "True is 1."
# granularity = "line"
# ///
raise SystemExit(True)
