# /// beside
# afterwards = true
# reason = "exited"
# contains = "all of it came"
# fill-kib = 30
# ///
"""A long program: it has to come in one piece, while others hold what they can."""

print("all of it came")
