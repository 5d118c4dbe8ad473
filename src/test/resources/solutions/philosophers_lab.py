from threading import Lock, Thread

forks = [Lock(), Lock(), Lock()]
plate = None
eaten = []


def dine(seat):
    global plate
    low, high = sorted([seat, (seat + 1) % 3])
    with forks[low]:
        with forks[high]:
            plate = seat
            eaten.append(plate)


guests = [Thread(target=dine, args=(seat,)) for seat in range(3)]
for guest in guests:
    guest.start()
for guest in guests:
    guest.join()
print(sorted(eaten))
