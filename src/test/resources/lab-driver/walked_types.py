"""The types whose methods walk.py tries: where they are found, how one is made, and the program that shares one
among two threads, with what the language itself does to it.
"""

MODULES = (
    "builtins", "collections", "itertools", "functools", "io", "array", "types", "operator", "contextlib",
    "fractions", "decimal", "datetime", "random", "re", "struct", "string", "copy", "json", "heapq", "bisect", "math",
    "dataclasses", "enum", "statistics", "reprlib", "pickle", "textwrap", "numbers",
)  # fmt: skip

#: How to make one, where it cannot be made of nothing or of a list. `item` is a list that is shared. Iterators
#: without end are left out, as a list of one needs all memory.
MAKING = {
    "count": None,
    "memoryview": "memoryview(bytearray(b'abc'))", "array": "array.array('i', [1, 2])", "slice": "slice(item, 2)",
    "super": None, "type": "type('T', (), {'n': 1})", "partial": "functools.partial(item.append, 3)",
    "partialmethod": None, "MappingProxyType": "types.MappingProxyType(dict(n=item))", "defaultdict":
    "collections.defaultdict(list, n=item)", "ChainMap": "collections.ChainMap({'n': item}, {})",
    "SimpleNamespace": "types.SimpleNamespace(n=1, m=item)", "map": "map(item.append, [1, 2])",
    "filter": "filter(None, [1, item, 2])", "enumerate": "enumerate([item, 2])", "zip": "zip([1, 2], item)",
    "reversed": "reversed([1, item])", "islice": "itertools.islice([1, 2, 3], 2)", "chain": "itertools.chain(item, [3])",
    "cycle": None, "accumulate": "itertools.accumulate([1, 2])", "starmap":
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
x = %s"""

#: What is told at its end.
END = "print(shown(x), shown(a), shown(b), item)"

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
