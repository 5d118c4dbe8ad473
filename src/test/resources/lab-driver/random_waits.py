"""Programs made at random, by lines: two or three threads do what the modules are for of which the lab has
models of its own: they lock, wait, notify, put, get and submit."""

import random

from random_comparison import compare_all

HEAD = """\
import queue, threading, time
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, as_completed, wait

x = 0
log = []
lock, other, again = threading.Lock(), threading.Lock(), threading.RLock()
cond = threading.Condition(again)
sem, pair, most = threading.Semaphore(1), threading.Semaphore(2), threading.BoundedSemaphore(1)
event, barrier = threading.Event(), threading.Barrier(2)
q, one, last, least = queue.Queue(), queue.Queue(1), queue.LifoQueue(), queue.PriorityQueue()
future, result = Future(), Future()
pool = ThreadPoolExecutor(2)

def note(value=None):
    log.append(%s)
    return value

def work(n):
    global x
    x += n
    return x
%s
threads = [threading.Thread(target=f, name=f.__name__, daemon=%s) for f in (%s)]
for each in threads: each.start()
for each in threads: each.join(%s)
print(x, log)
"""

#: What is done with each thing: statements, `\n` between their lines.
STATEMENTS = {
    "lock": [
        "with lock: x += 1",
        "lock.acquire()",
        "lock.release()",
        "note(lock.acquire(False))",
        "note(lock.acquire(timeout=1))",
        "note(lock.locked())",
        "with other:\n    with lock: note()",
        "with lock:\n    with other: note()",
    ],
    "again": [
        "with again:\n    with again: note()",
        "again.acquire()",
        "again.release()",
        "note(again.acquire(False))",
        "with again: x += 1",
    ],
    "cond": [
        "with cond: cond.wait()",
        "with cond: note(cond.wait(1))",
        "with cond: cond.notify()",
        "with cond:\n    x += 1\n    cond.notify_all()",
        "with cond: cond.wait_for(lambda: x > 0)",
        "with cond: note(x)",
    ],
    "sem": ["sem.acquire()", "sem.release()", "note(sem.acquire(False))", "note(sem.acquire(timeout=1))", "with sem: x += 1"],
    "pair": ["pair.acquire()", "pair.release()", "note(pair.acquire(False))", "pair.release(2)", "with pair: note()"],
    "most": ["most.acquire()", "most.release()", "note(most.acquire(False))", "with most: x += 1"],
    "event": [
        "event.set()",
        "event.clear()",
        "event.wait()",
        "note(event.wait(1))",
        "note(event.is_set())",
        "event.wait()\nnote(x)",
        "x += 1\nevent.set()",
    ],
    "barrier": [
        "note(barrier.wait())",
        "note(barrier.wait(1))",
        "barrier.abort()",
        "barrier.reset()",
        "note(barrier.n_waiting)",
        "note(barrier.broken)",
    ],
    "q": [
        "q.put(x)",
        "q.put('a')",
        "note(q.get())",
        "try: note(q.get_nowait())\nexcept queue.Empty: note('empty')",
        "try: note(q.get(timeout=1))\nexcept queue.Empty: note('empty')",
        "q.task_done()",
        "q.join()",
        "note(q.empty())",
        "note(q.qsize())",
        "q.put('b')\nnote(q.get())",
    ],
    "one": [
        "one.put('a')",
        "one.put('b')",
        "note(one.get())",
        "try: one.put_nowait('c')\nexcept queue.Full: note('full')",
        "try: one.put('d', timeout=1)\nexcept queue.Full: note('full')",
        "try: note(one.get_nowait())\nexcept queue.Empty: note('empty')",
        "note(one.full())",
    ],
    "last": ["last.put('a')", "last.put('b')", "note(last.get())", "note(last.qsize())"],
    "least": ["least.put(2)", "least.put(1)", "note(least.get())", "note(least.empty())"],
    "future": [
        "future.set_result(x)",
        "note(future.result())",
        "try: note(future.result(1))\nexcept TimeoutError: note('late')",
        "note(future.done())",
        "note(future.cancel())",
        "future.set_exception(ValueError('bad'))",
        "future.add_done_callback(lambda f: note('called'))",
        "result.set_result('r')",
        "note(len(wait([future, result], return_when=FIRST_COMPLETED).done))",
        "note([f is future for f in as_completed([future, result])])",
        "wait([future, result])\nnote(x)",
    ],
    "pool": [
        "pool.submit(work, 1)",
        "note(pool.submit(work, 2).result())",
        "pool.submit(note, 3)",
        "f = pool.submit(note)\nnote(f.cancel())",
        "pool.shutdown()",
        "pool.shutdown(cancel_futures=True)",
        "note(list(pool.map(work, [1, 2])))",
        "pool.submit(pool.submit, note)",
    ],
    "x": ["x += 1", "note(x)", "while x < 1: pass", "time.sleep(1)", "note(time.monotonic())"],
    "threads": [
        "threads[0].join()",
        "note(threads[0].is_alive())",
        "threads[-1].join(1)",
        "t = threading.Thread(target=note)\nt.start()",
        "t = threading.Thread(target=note)\nt.start()\nt.join()",
        "note(threading.active_count() > 2)",
        "threading.Timer(1, note).start()",
    ],
}

THINGS = [each for each in STATEMENTS if each not in ("x", "threads")]


def program(seed):
    chance = random.Random(seed)
    about = chance.sample(THINGS, chance.choice([1, 1, 1, 2]))
    about.append(chance.choice([*about, "x", "x", "threads"]))
    many = chance.choice([2, 2, 3])
    functions, names = "", ["first", "second", "third"][:many]
    left = 5 - many
    for name in names:
        here = chance.randint(1, 1 + min(2, left))
        left -= here - 1
        chosen = [chance.choice(STATEMENTS[chance.choice(about)]) for _ in range(here)]
        body = "\n".join("    " + line for each in chosen for line in each.split("\n"))
        functions += f"\ndef {name}():\n    global x\n{body}\n"
    daemon = chance.random() < 0.15
    # Where no names are told, workers of a pool are alike.
    noted = chance.choice(["(threading.current_thread().name, value)", "value"])
    return HEAD % (noted, functions, daemon, ", ".join(names), "1" if daemon else "")


compare_all(program, by_instruction=lambda seed: False)
