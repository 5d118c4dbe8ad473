# /// demo
# title = "Five pages"
# network = "demo"
# [expect]
# matches = [
#   '(?s)\Anews has 4000 bytes\nweather has 1500 bytes\nbooks has 6000 bytes\nmaps has 9000 bytes\nmusic has 3000 bytes\nin turn: ',
#   '(?s)in turn: .*news has 4000 bytes.*in threads: ',
#   '(?s)in turn: .*weather has 1500 bytes.*in threads: ',
#   '(?s)in turn: .*books has 6000 bytes.*in threads: ',
#   '(?s)in turn: .*maps has 9000 bytes.*in threads: ',
#   '(?s)in turn: .*music has 3000 bytes.*in threads: ',
#   '^in turn: (1\.[5-9]|[2-9]\.\d) s$',
#   '^in threads: 0\.[3-9] s$',
# ]
# ///
import time
from threading import Thread
from urllib.request import urlopen


def download(name):
    with urlopen(f"http://{name}.example/") as answer:
        page = answer.read()
    print(f"{name} has {len(page)} bytes")


names = ["news", "weather", "books", "maps", "music"]

begin = time.perf_counter()
for name in names:
    download(name)
print(f"in turn: {time.perf_counter() - begin:.1f} s")

begin = time.perf_counter()
threads = [
    Thread(target=download, args=(n,), name=n) for n in names
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"in threads: {time.perf_counter() - begin:.1f} s")
