# /// demo
# title = "Three philosophers"
# mode = "schedule"
# [challenge]
# level = "medium"
# granularity = "line"
# goal = "Find an order in which all three starve."
# fix = "Change the program so that all three eat in every order, each with two forks."
# good = ["[0, 1, 2]\n"]
# threads = 3
# hints = [
#   "Let each of them take the fork on one side, and nothing else.",
#   "Give the forks numbers, and let everybody take the one with the smaller number first.",
# ]
# ///
from threading import Lock, Thread

forks = [Lock(), Lock(), Lock()]
plate = None
eaten = []


def dine(seat):
    global plate
    left = seat
    right = (seat + 1) % 3
    with forks[left]:
        with forks[right]:
            plate = seat
            eaten.append(plate)


guests = [Thread(target=dine, args=(seat,)) for seat in range(3)]
for guest in guests:
    guest.start()
for guest in guests:
    guest.join()
print(sorted(eaten))
