# /// demo
# title = "In turn"
# [expect]
# contains = ["first is done\nsecond is done\n"]
# ///
def add_up(name):
    total = 0
    for number in range(6_000_000):
        total += number * number
    print(name, "is done")


if __name__ == "__main__":
    add_up("first")
    add_up("second")
