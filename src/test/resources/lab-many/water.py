# /// lab
# shows = "Which hydrogen is the second one is decided by a counter that loses an update."
# granularity = "bytecode"
# outcomes = ["finished: HHO", "deadlock: | main, oxygen"]
# ///
from threading import Semaphore, Thread

places = Semaphore(2)
both = Semaphore(0)
waiting = 0
molecule = []

def hydrogen():
    global waiting
    places.acquire()
    molecule.append("H")
    waiting += 1
    if waiting == 2:
        waiting = 0
        both.release()

def oxygen():
    both.acquire()
    molecule.append("O")
    places.release(2)

atoms = [Thread(target=hydrogen), Thread(target=hydrogen), Thread(target=oxygen, name="oxygen")]
for atom in atoms:
    atom.start()
for atom in atoms:
    atom.join()
print("".join(molecule))
