# /// demo
# title = "In turn"
# [expect]
# contains = ["ann is done\nbob is done\n"]
# # Threads gain nothing: they take at least nearly as long.
# faster = { demo = "sums_in_threads", factor = 0.8 }
# gil = true
# ///
def add_up(name):
    total = 0
    for number in range(20_000_000):
        total += number * number
    print(name, "is done")


if __name__ == "__main__":
    add_up("ann")
    add_up("bob")
