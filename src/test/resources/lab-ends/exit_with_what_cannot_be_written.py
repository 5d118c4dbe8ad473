# /// lab
# shows = "What cannot be written is not."
# granularity = "line"
# ///
class Odd:
    def __str__(self):
        raise ValueError("no")
raise SystemExit(Odd())
