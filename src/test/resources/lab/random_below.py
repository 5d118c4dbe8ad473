# /// lab
# shows = "Whether random() is less than something goes both ways, on each side of the comparison."
# granularity = "line"
# outcomes = ["finished: rain wind", "finished: rain calm", "finished: sun wind", "finished: sun calm"]
# ///
import random
import threading

wet = 0.25
sky = air = None

def look_up():
    global sky
    sky = "rain" if random.random() < wet / 2 else "sun"

def feel():
    global air
    if 0.9 <= random.random():
        air = "wind"
    else:
        air = "calm"

a = threading.Thread(target=look_up)
b = threading.Thread(target=feel)
a.start()
b.start()
a.join()
b.join()
print(sky, air)
