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
import os
import random
import re
import resource
import signal
import sys
import warnings

from _interleave_lab.explore import Bounds, Exploration
from _interleave_lab.program import Program

MODULES = (
    "builtins", "collections", "itertools", "functools", "io", "array", "types", "operator", "contextlib",
    "fractions", "decimal", "datetime", "random", "re", "struct", "string", "copy", "json", "heapq", "bisect", "math",
    "dataclasses", "enum", "statistics", "reprlib", "pickle", "textwrap", "numbers",
)  # fmt: skip

#: How to make one, where it cannot be made of nothing or of a list. `item` is a list that is shared.
MAKING = {
    "memoryview": "memoryview(bytearray(b'abc'))", "array": "array.array('i', [1, 2])", "slice": "slice(item, 2)",
    "super": None, "type": "type('T', (), {'n': 1})", "partial": "functools.partial(item.append, 3)",
    "partialmethod": None, "MappingProxyType": "types.MappingProxyType(dict(n=item))", "defaultdict":
    "collections.defaultdict(list, n=item)", "ChainMap": "collections.ChainMap({'n': item}, {})",
    "SimpleNamespace": "types.SimpleNamespace(n=1, m=item)", "map": "map(item.append, [1, 2])",
    "filter": "filter(None, [1, item, 2])", "enumerate": "enumerate([item, 2])", "zip": "zip([1, 2], item)",
    "reversed": "reversed([1, item])", "islice": "itertools.islice([1, 2, 3], 2)", "chain": "itertools.chain(item, [3])",
    "cycle": "itertools.cycle([1, 2])", "accumulate": "itertools.accumulate([1, 2])", "starmap":
    "itertools.starmap(max, [(1, 2), (3, 4)])", "takewhile": "itertools.takewhile(bool, [1, 2])", "dropwhile":
    "itertools.dropwhile(bool, [1, 0, 2])", "groupby": "itertools.groupby([1, 1, 2])", "compress":
    "itertools.compress([1, 2], [1, 1])", "repeat": "itertools.repeat(item, 3)", "permutations":
    "itertools.permutations([1, 2])", "combinations": "itertools.combinations([1, 2], 1)",
    "combinations_with_replacement": "itertools.combinations_with_replacement([1, 2], 1)", "pairwise":
    "itertools.pairwise([1, 2, 3])", "batched": "itertools.batched([1, 2, 3], 2)", "filterfalse":
    "itertools.filterfalse(None, [0, 0])", "zip_longest": "itertools.zip_longest(item, [1, 2])",
    "Struct": "struct.Struct('i')", "methodcaller": "operator.methodcaller('append', 3)", "itemgetter":
    "operator.itemgetter(0)", "attrgetter": "operator.attrgetter('n')", "property": "property(len)",
    "classmethod": "classmethod(len)", "staticmethod": "staticmethod(len)", "TextIOWrapper":
    "io.TextIOWrapper(io.BytesIO(b'ab'))", "BufferedReader": "io.BufferedReader(io.BytesIO(b'ab'))", "BufferedWriter":
    "io.BufferedWriter(io.BytesIO())", "BufferedRandom": "io.BufferedRandom(io.BytesIO(b'ab'))", "BufferedRWPair":
    "io.BufferedRWPair(io.BytesIO(b'a'), io.BytesIO())", "FunctionType": "lambda n=item: n", "LambdaType": None,
    "MethodType": "types.MethodType(len, item)", "CellType": "types.CellType(item)", "ModuleType": "types.ModuleType('m')",
    "GeneratorType": "(n for n in [1, 2, 3])", "BuiltinFunctionType": "item.append", "BuiltinMethodType": None,
    "dict": "{'n': item, 'm': 2}", "OrderedDict": "collections.OrderedDict(n=item, m=2)", "set": "{1, 2}",
    "UserDict": "collections.UserDict(n=item)", "Counter": "collections.Counter('aab')", "list": "[1, item, 2]",
    "deque": "collections.deque([1, item, 2])", "bytearray": "bytearray(b'abc')", "StringIO": "io.StringIO('ab\\ncd')",
    "BytesIO": "io.BytesIO(b'ab\\ncd')", "UserList": "collections.UserList([1, item])", "UserString":
    "collections.UserString('ab')", "Random": "random.Random(1)", "SystemRandom": None, "object": "object()", "frozenset":
    "frozenset([1, 2])", "tuple": "(1, item)", "cached_property": None, "singledispatchmethod": None, "GenericAlias":
    "types.GenericAlias(list, int)", "redirect_stdout": None, "redirect_stderr": None, "chdir": None, "FileIO": None,
    "nullcontext": "contextlib.nullcontext(item)", "closing": None, "suppress": "contextlib.suppress(TypeError)",
    "Context": "decimal.Context()", "date": "datetime.date(2026, 1, 1)", "datetime": "datetime.datetime(2026, 1, 1)",
    "timedelta": "datetime.timedelta(1)", "time": "datetime.time(1)", "timezone": "datetime.timezone.utc",
}  # fmt: skip

#: Objects of no type that can be walked to.
OTHERS = {
    "list iterator": "iter([1, item, 2])", "dict iterator": "iter({'n': 1, 'm': 2})", "set iterator": "iter({1, 2})",
    "tuple iterator": "iter((1, item))", "str iterator": "iter('abc')", "range iterator": "iter(range(3))", "deque iterator":
    "iter(collections.deque([1, 2]))", "callable iterator": "iter(item.pop, None)", "keys": "{'n': item}.keys()", "values":
    "{'n': item}.values()", "items": "{'n': item}.items()", "cached": "functools.lru_cache(maxsize=1)(lambda *n: len(n))",
    "tee": "itertools.tee([1, 2, 3])[0]", "object of a class": "Plain()", "with slots": "Slots()", "dataclass": "Data(1, item)",
    "named tuple": "Pair(1, item)", "exception": "ValueError(1, item)", "member": "Colour.RED", "list of a class": "Stack([1, 2])",
    "dict of a class": "Table(n=1)", "class": "Plain", "function": "function", "generator": "generator()",
    "keyed": "Keyed()", "iterator of a class": "Countdown()",
}  # fmt: skip

HEAD = """\
import threading
import array, bisect, collections, contextlib, copy, dataclasses, datetime, decimal, enum, fractions, functools, heapq
import io, itertools, json, math, numbers, operator, pickle, random, re, reprlib, statistics, string, struct, textwrap, types

class Plain:
    n = 1
class Slots:
    __slots__ = ("n",)
@dataclasses.dataclass
class Data:
    n: int
    m: list
Pair = collections.namedtuple("Pair", "n m")
class Colour(enum.Enum):
    RED = 1
class Stack(list):
    n = 1
class Table(dict):
    def __missing__(self, key):
        self[key] = 0
        return 0
class Keyed:
    def __init__(self):
        self.all = {}
    def __getitem__(self, key):
        return self.all[key]
    def __setitem__(self, key, value):
        self.all[key] = value
    def __len__(self):
        return len(self.all)
    def __eq__(self, other):
        return self.all == other
class Countdown:
    n = 3
    def __iter__(self):
        return self
    def __next__(self):
        if not self.n:
            raise StopIteration
        self.n -= 1
        return self.n
def function(n=1, *, m=2):
    return n, m
def generator():
    n = 0
    while n < 3:
        n = (yield n) or n + 1

def shown(value, depth=3):
    if hasattr(value, "__next__") and depth:
        return [shown(each, depth - 1) for each, _ in zip(value, range(9))]
    if hasattr(value, "__dict__") and not isinstance(value, type):
        value = type(value).__name__, str(value), dict(vars(value))
    return re.sub(" at 0x[0-9a-f]+|[0-9]{9,}", "", str(value))

item = [1]
x = %s
a = b = None

def first():
    global a
    a = %s

def second():
    global b
    b = %s

threads = [threading.Thread(target=f, name=f.__name__) for f in (first, second)]
for each in threads: each.start()
for each in threads: each.join()
print(shown(x), shown(a), shown(b), item)
"""

#: What the language itself does with a value; each is a line.
OPERATIONS = [
    "x == [1]", "x < x", "x + x", "x * 2", "x[0]", "x['n']", "x[:1]", "x in [[1]]", "1 in x", "not x", "-x", "~x", "[*x]",
    "{**x}", "(lambda *n: n)(*x)", "(lambda **n: n)(**x)", "[each for each in x]", "next(iter(x))", "f'{x}'", "f'{x!r}'",
    "'%s' % (x,)", "'{0}'.format(x)", "'{0.n}'.format(x)", "x.n", "x.m", "x()", "x(1)", "(lambda n, *m: n)(*x)",
    "len(x)", "list(zip(x, x))", "x is None", "type(x)", "sorted(x)", "sum(x)", "x @ x", "x | x", "x ** 2", "x // 2",
    "vars(x).get('n')", "getattr(x, 'n', 0)", "hasattr(x, 'k')", "dict(x)", "repr(x)", "hash(x)", "next(x)",
    "item.append(5)", "item[0]", "x.all",
]  # fmt: skip
CHANGES = [
    "exec('x[0] = 7')", "setattr(x, 'n', 7)", "delattr(x, 'n')", "vars(x).update(n=7)", "x.__setitem__(0, 7)",
    "x.__setitem__('n', 7)", "x.__delitem__('n')", "x.__iadd__([7])", "operator.iadd(x, x)", "next(x)", "x(1)",
    "item.append(5)", "globals().update(x=8)", "x.__dict__.__setitem__('n', 7)", "object.__setattr__(x, 'n', 7)",
    "x.__delitem__(0)", "setattr(x, '__class__', Stack)", "setattr(Plain, 'n', 9)", "x.send(1)", "x.close()",
]  # fmt: skip

ARGUMENTS = ["", "1", "'n'", "[1]", "0, 1", "'n', 7", "x", "bytearray(4)", "'a'", "1, 'a'", "max", "lambda n: 0", "b'a'"]

FEW = 2

#: Where few programs are tried they are of few types, as finding out what can be called takes long.
OF_ALL_TYPES = 1_000
BATCH = 400

#: So many bytes are there beside what the driver begins with.
MOST_MORE = 128 << 20
ADDRESS = re.compile(" at 0x[0-9a-f]+|[0-9]{9,}")


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


def outcomes(code, reduced):
    end = Exploration(Program(code, False), Bounds(300, 2_000, 5.0), reduced, lambda *_: None).run()
    if not end["complete"] or "more" in end:
        return None
    return {
        (each["kind"], ADDRESS.sub("", each["output"]), ADDRESS.sub("", each.get("error", "")), str(each.get("waiting")))
        for each in end["outcomes"]
    }


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
        compared = in_child(explored, HEAD % (making, one, other))
        if compared is None:
            fared["died"] += 1
            losses.append({"died": [making, one, other]})
            continue
        more, loss = compared
        fared.update(more)
        losses += [loss] if loss else []
    return losses, fared


def explored(code):
    """What came of one program, to be counted; and the loss, if there is one."""
    try:
        every, reduced = outcomes(code, False), outcomes(code, True)
        # What it does to a library may last, and then no execution is like another.
        steady = every == reduced or every == outcomes(code, False)
    except Exception as error:
        return {f"{type(error).__name__}: {error}"[:80]: 1}, None
    if every is None or reduced is None:
        return {"too many orders": 1}, None
    if not steady:
        return {"unsteady": 1}, None
    count = {"compared": 1, "differing": int(len(every) > 1)}
    if every == reduced:
        return count, None
    lost = sorted(map(list, every ^ reduced))
    return {**count, "lost": 1}, {"code": code[code.index("item = [1]") :], "lost": lost}


def in_child(function, *arguments):
    """What a function answers in a process of its own; None when that dies."""
    here, there = os.pipe()
    child = os.fork()
    if child == 0:
        signal.alarm(120)
        os.close(here)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        result = function(*arguments)
        with os.fdopen(there, "w") as file:
            json.dump(result, file)
        os._exit(0)
    os.close(there)
    with os.fdopen(here) as file:
        text = file.read()
    os.waitpid(child, 0)
    return json.loads(text) if text else None


def bound_memory():
    """What asks for much more is refused, as a sandbox would end all of it."""
    with open("/proc/self/statm") as file:
        now = int(file.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + MOST_MORE, now + MOST_MORE))


def main(of, seed):
    warnings.simplefilter("ignore")
    bound_memory()
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
