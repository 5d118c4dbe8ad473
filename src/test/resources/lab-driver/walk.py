"""Compares what the reduction finds with all orders, for what Python's own types, their methods and
functions do to an object that two threads share.

Nothing is listed that can be walked: the modules named here are gone over for types and functions,
and each of those for methods. For each a small program is made: one thread does one thing with the
shared object, the other one another, each in a line; there are few orders, so all are tried, too.

Arguments, or what is read as a list: that one of so many programs is tried, and a seed that says which.
Writes a line of JSON for each loss, {"code", "lost"}, and at the end one with the counts.
"""

import collections
import importlib
import inspect
import json
import random
import sys
import warnings

from comparing import ADDRESS, TooMany, all_orders, bound_memory, in_child, reduced_orders, two_threads
from walked_types import ARGUMENTS, CHANGES, END, HEAD, MAKING, MODULES, OPERATIONS, OTHERS

from _interleave_lab.program import Program

FEW = 2

#: Where few programs are tried they are of few types, as finding out what can be called takes long.
OF_ALL_TYPES = 1_000
BATCH = 400

#: So many bytes are there beside what the driver begins with.
MOST_MORE = 128 << 20
#: Of programs that have more orders than these, or take longer to try, nothing is said.
MOST_ORDERS, SECONDS = 300, 5
#: A loss counts if all orders give the same once more so many times.
TIMES = 16


def walked():
    """{what: how to make one}"""
    found = dict(OTHERS)
    unmade = []
    for name in MODULES:
        module = importlib.import_module(name)
        for each, value in sorted(vars(module).items()):
            if not inspect.isclass(value) or each.startswith("_") or issubclass(value, BaseException):
                continue
            if each in MAKING:
                candidates = [MAKING[each]] if MAKING[each] else []
            else:
                full = each if name == "builtins" else f"{name}.{each}"
                candidates = [f"{full}({arguments})" for arguments in ("[1, 2]", "", "'1'", "1", "1, 2")]
            for making in candidates:
                if works(making):
                    found.setdefault(f"{name}.{each}", making)
                    break
            else:
                unmade.append(f"{name}.{each}")
    return found, unmade


SPACE = {}


def space():
    """The names that a program has. Those of its classes are its own, as it may change them."""
    if not SPACE:
        head, _, _ = HEAD.partition("item = [1]")
        start, end = head.index("class Plain"), head.index("class Slots")
        exec(head[:start] + head[end:], SPACE)
        SPACE[""] = compile(head[start:end], "head", "exec")
    names = dict(SPACE, item=[1])
    exec(names.pop(""), names)
    return names


def works(making):
    try:
        eval(making, space())
    except Exception:
        return False
    return True


def methods(making):
    """Calls of all methods of an object, with arguments that do not fail if there are such."""
    kind = eval(making, space())
    names = [name for name in dir(kind) if callable(getattr(kind, name, None)) and name not in UNFIT]
    found = []
    for name in names:
        fitting = []
        for arguments in ARGUMENTS:
            call = f"x.{name}({arguments})"
            try:
                own = space()
                own["x"] = eval(making, own)
                eval(call, own)
            except TypeError:
                continue
            except BaseException:
                fitting.append(call)
                continue
            fitting.insert(0, call)
        found += fitting[:FEW]
    return found


#: They end the process, wait, read what nobody writes, or show an address.
UNFIT = {"__subclasses__", "__sizeof__", "__init_subclass__", "__subclasshook__", "breakpoint", "input", "__class__"}


def functions():
    found = []
    for name in MODULES:
        module = importlib.import_module(name)
        for each, value in sorted(vars(module).items()):
            if inspect.isroutine(value) and not each.startswith("__") and each not in UNFIT | {"exit", "quit", "help", "open"}:
                full = each if name == "builtins" else f"{name}.{each}"
                found += [f"{full}({arguments})" for arguments in ("x", "x, 1", "1, x", "x, x", "len, x")]
    return found


def programs(of, chance):
    """About one of so many of all programs, and how many there are of what was gone over for them."""
    made, unmade = walked()
    count = {"types": len(made), "not made": len(unmade), "methods": 0, "programs": 0}
    found = []
    on_objects = functions()
    count["functions"] = len(on_objects)
    for what, making in made.items():
        if chance.randrange(of) >= OF_ALL_TYPES:
            continue
        own = methods(making)
        count["methods"] += len(own)
        common = what in OTHERS or what in ("builtins.list", "builtins.dict", "builtins.bytearray", "collections.deque")
        pairs = [(own, OPERATIONS + CHANGES + own), (CHANGES, OPERATIONS + CHANGES + (on_objects if common else []))]
        for ones, others in pairs:
            many = len(ones) * len(others)
            count["programs"] += many
            for at in chance.sample(range(many), round(many / min(of, OF_ALL_TYPES) + chance.random() - 0.5)):
                found.append((making, ones[at // len(others)], others[at % len(others)]))
    chance.shuffle(found)
    return found, count


COMPILED = {}


def result(code, names):
    if code not in COMPILED:
        COMPILED[code] = compile(code, "<program>", "eval")
    try:
        return eval(COMPILED[code], names)
    except Exception as error:
        return error


def in_turn(making, *calls):
    """What comes of calls one after the other, by what they are."""
    names = space()
    names["x"] = eval(making, names)
    came = {code: result(code, names) for code in calls}
    shown = names["shown"]
    return str([shown(names["x"]), shown(names["item"]), *(shown(came[code]) for code in sorted(calls))])


def matters(making, one, other):
    """Whether it makes a difference which call is first."""
    try:
        return ADDRESS.sub("", in_turn(making, one, other)) != ADDRESS.sub("", in_turn(making, other, one))
    except Exception:
        return True


def compare(batch):
    """Runs in a process of its own; the losses, and how the programs fared."""
    losses, fared = [], collections.Counter()
    for making, one, other in batch:
        fared["tried"] += 1
        if not matters(making, one, other):
            continue
        # Threads of the engine stay as long as their process does.
        compared = in_child(explored, two_threads(HEAD % making, one, other) + END)
        if compared is None:
            fared["died"] += 1
            losses.append({"died": [making, one, other]})
            continue
        more, loss = compared
        fared.update(more)
        losses += [loss] if loss else []
    return losses, fared


def steady(program, every):
    """Whether all its orders give the same again and again, at other addresses each time.

    What a program does to a library may last; and the order of a set of objects that are hashed by their
    addresses is not that of the execution before.
    """
    moved = []
    for _ in range(TIMES):
        moved.append([lambda: 0 for _ in range(len(moved) + 1)])
        if every != all_orders(program, MOST_ORDERS, SECONDS)[0]:
            return False
    return True


def explored(code):
    """What came of one program, to be counted; and the loss, if there is one."""
    program = Program(code, False)
    try:
        every, _ = all_orders(program, MOST_ORDERS, SECONDS)
        reduced, _ = reduced_orders(program, MOST_ORDERS, SECONDS)
        same = every == reduced or steady(program, every)
    except TooMany:
        return {"too many orders": 1}, None
    except Exception as error:
        return {f"{type(error).__name__}: {error}"[:80]: 1}, None
    if not same:
        return {"unsteady": 1}, None
    count = {"compared": 1, "differing": int(len(every) > 1)}
    if every == reduced:
        return count, None
    lost = sorted(map(list, every ^ reduced))
    return {**count, "lost": 1}, {"code": code[code.index("item = [1]") :], "lost": lost}


def main(of, seed):
    warnings.simplefilter("ignore")
    bound_memory(MOST_MORE)
    chosen, count = programs(of, random.Random(seed))
    fared = collections.Counter(died=0)
    for at in range(0, len(chosen), BATCH):
        compared = in_child(compare, chosen[at : at + BATCH])
        if compared is None:
            fared["died"] += 1
            print(json.dumps({"died": chosen[at : at + BATCH]}), flush=True)
            continue
        losses, more = compared
        fared.update(more)
        for loss in losses:
            print(json.dumps(loss), flush=True)
    print(json.dumps({**count, **fared}))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:] or json.load(sys.stdin)))
