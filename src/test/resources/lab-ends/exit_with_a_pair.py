# /// lab
# shows = "A pair as well."
# granularity = "line"
# ///
raise SystemExit("a", 2)
