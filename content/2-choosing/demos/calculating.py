# /// demo
# title = "Two long sums"
# [expect]
# gil = true
# # Other programs may take a core away meanwhile: then the measured cores are few, and nothing is claimed of the ratio.
# matches = [
#   '^in turn +\d+\.\d\d s +(0\.\d|1\.[01]) cores busy$',
#   '^two threads +\d+\.\d\d s +(0\.\d|1\.[01]) cores busy$',
#   '^two processes +\d+\.\d\d s +[0-2]\.\d cores busy$',
#   '(?s)in turn +\S+ s +0\.\d cores|threads: (0\.\d|1\.[0-4]) times',
#   '(?s)two processes +\S+ s +(0\.\d|1\.[0-5]) cores|processes: (1\.[1-9]|[23]\.\d) times',
# ]
# ///
import os
import time
from multiprocessing import Process
from threading import Thread


def add_up():
    total = 0
    for number in range(5_000_000):
        total += number * number


def in_turn():
    add_up()
    add_up()


def side_by_side(kind):
    tasks = [kind(target=add_up, name=f"sum-{n}") for n in (1, 2)]
    for task in tasks:
        task.start()
    for task in tasks:
        task.join()


def measure(label, way, *args):
    begin, cpu = time.perf_counter(), sum(os.times()[:4])
    way(*args)
    seconds = time.perf_counter() - begin
    cores = (sum(os.times()[:4]) - cpu) / seconds
    print(f"{label:<14}{seconds:5.2f} s {cores:5.1f} cores busy")
    return seconds


if __name__ == "__main__":
    alone = measure("in turn", in_turn)
    threads = measure("two threads", side_by_side, Thread)
    processes = measure("two processes", side_by_side, Process)
    print(f"threads: {alone / threads:.1f} times as fast as in turn")
    print(f"processes: {alone / processes:.1f} times as fast as in turn")
