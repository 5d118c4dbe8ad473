"""Programs made at random, by instructions: two threads do some of what people write with shared objects. In
one of four they draw at random what they do; these are stepped by lines, so that there is more than a draw in
a step.
"""

import random
import re

from random_comparison import compare_all

HEAD = """\
import threading
import array, collections, copy, dataclasses, functools, io, itertools, operator, random, types

class Plain:
    n = 1
    def __init__(self):
        self.m = 0
    def grow(self):
        self.m += 1
        return self.m
    @property
    def twice(self):
        return self.m * 2
    @twice.setter
    def twice(self, value):
        self.m = value // 2
class Equal:
    def __init__(self, n):
        self.n = n
    def __eq__(self, other):
        return self.n == getattr(other, "n", other)
    def __lt__(self, other):
        return self.n < other.n
    def __hash__(self):
        return 1
    def __len__(self):
        return self.n
    def __iter__(self):
        yield self.n
        yield x
    def __add__(self, other):
        return Equal(self.n + other)
    def __repr__(self):
        return f"E{self.n}"
class Lazy:
    def __getattr__(self, name):
        return len(d)
@dataclasses.dataclass
class Data:
    n: int
    m: list
class Guard:
    def __enter__(self):
        xs.append(0)
    def __exit__(self, *_):
        xs.pop()

x = 1
xs = [3, 1, 2]
d = {"k": 1}
o, e, lazy, guard = Plain(), Equal(1), Lazy(), Guard()
r = Data(1, xs)
text = io.StringIO()
numbers = array.array("i", [1, 2])
view = memoryview(bytearray(b"ab"))
made = collections.defaultdict(list)
space = types.SimpleNamespace(n=1)
it = iter(xs)
count = itertools.count()
lock = threading.Lock()

def key(n):
    return -n * x
def put(n):
    xs.append(n)
    return n
def steps():
    yield x
    yield len(xs)
    yield x
g = steps()
@functools.lru_cache(maxsize=None)
def kept(n):
    return n + x
def counter():
    n = 0
    def add():
        nonlocal n
        n += 1
        return n
    return add
add = counter()
a0 = a1 = a2 = b0 = b1 = b2 = None

def first():
    global x, xs, a0, a1, a2
%s

def second():
    global x, xs, b0, b1, b2
%s

threads = [threading.Thread(target=f, name=f.__name__) for f in (first, second)]
for each in threads: each.start()
for each in threads: each.join()
print(x, xs, d, vars(o), e, r, text.getvalue(), numbers, bytes(view), dict(made), space, a0, a1, a2, b0, b1, b2, Plain.n)
"""

#: Statements; `{v}` is the thread's own variable.
STATEMENTS = [
    "x = 5", "x += 1", "{v} = x", "xs.append(x)", "xs.sort(key=key)", "{v} = sorted(xs)", "{v} = max(xs, key=key)",
    "{v} = sum(map(key, xs))", "xs = [*xs, 9]", "xs[0] = 7", "{v} = xs[:2]", "xs[1:] = [x]", "del xs[0]", "xs.pop()", "xs.clear()",
    "{v} = [n * x for n in xs]", "{v} = any(n == x for n in xs)", "{v} = 1 in xs", "{v} = xs == [3, 1, 2]",
    "d['k'] = x", "d['j'] = 2", "{v} = d.get('j')", "d.pop('k', 0)", "{v} = list(d)", "{v} = len(d.items())", "d.update(i=x)",
    "d.setdefault('j', x)", "for n in d: {v} = n", "{v} = [*d.values()]", "{v} = dict(**d)", "{v} = (lambda *n: n)(*xs)",
    "o.m = 4", "o.grow()", "{v} = o.twice", "o.twice = 8", "{v} = o.n", "Plain.n = 2", "{v} = getattr(o, 'm')",
    "setattr(o, 'm', 5)", "{v} = vars(o).get('m')", "o.__dict__['m'] = 6", "{v} = hasattr(o, 'z')", "o.z = 1",
    "{v} = '{{0.m}}'.format(o)", "{v} = operator.attrgetter('m')(o)", "e.n += 1", "{v} = e == 2", "{v} = e in [e, 1]", "{v} = len(e)",
    "{v} = list(e)", "{v} = e + 1", "{v} = f'{{e}}'", "{v} = min([e, Equal(2)])", "e = Equal(5) if False else None",
    "{v} = lazy.any", "r.n = 2", "{v} = r == Data(1, [])", "{v} = repr(r)", "r.m = [0]", "{v} = copy.deepcopy(r)",
    "text.write('a')", "print(x, file=text)", "{v} = text.getvalue()", "numbers.append(3)", "numbers[0] = 5", "{v} = sum(numbers)",
    "view[0] = 90", "{v} = bytes(view)", "made['n'].append(1)", "{v} = made['m']", "{v} = len(made)", "space.n = 2",
    "{v} = str(space)", "{v} = next(it, 0)", "{v} = next(count)", "{v} = list(it)", "{v} = next(g, 0)", "for n in g: {v} = n",
    "{v} = kept(1)", "kept.cache_clear()", "{v} = add()", "{v} = list(map(put, [7, 8]))", "xs.extend(map(key, [1]))",
    "{v} = functools.reduce(max, xs, 0)", "{v} = [*zip(xs, d)]", "{v}, *_ = xs or [0]", "globals()['x'] = 3",
    "exec('x = 4', globals())", "{v} = eval('x')", "{v} = [n for n, _ in enumerate(xs)]", "print({v})", "{v} = bool(xs)",
    "if xs: {v} = xs[-1]", "while len(xs) < 3: xs.append(0)", "xs *= 2", "xs += [x]", "{v} = xs.index(1) if 1 in xs else None",
    "with lock: x += 1", "with guard: {v} = len(xs)", "{v} = x if d else xs", "key.__defaults__ = (2,)", "Equal.__len__ = lambda self: 9",
    "Plain.grow = lambda self: 0", "{v} = isinstance(o, Plain)", "{v} = callable(o)", "o.__class__ = Lazy", "{v} = type(o).__name__",
    "{v} = ''.join(map(str, xs))", "{v} = '%s' % (d,)", "{v} = {{**d, 'z': x}}", "{v} = {{n for n in xs}}", "assert xs",
    "{v} = functools.partial(put, 5)()", "{v} = list(filter(key, xs))", "{v} = dict(zip(d, xs))", "{v} = e.n",
]  # fmt: skip
STATEMENTS = [each for each in STATEMENTS if not each.startswith("e = ")]


#: What decides at random whether a statement is executed, in the same line; others have lines in them.
DRAWS = ["if random.random() < 0.5: ", "for _ in range(random.randint(0, 1)): ", "if random.choice([x, 0, 1]) == 1: "]
ONE_IN = 4
COMPOUND = ("for", "if", "while", "with")

#: What a program is about: one or two of these.
SUBJECTS = "x x xs xs d o Plain e r text numbers view made space it count g kept add lock guard key".split()


def draws(seed):
    return seed % ONE_IN == 0


def program(seed):
    chance = random.Random(seed)
    subjects = "|".join(chance.sample(SUBJECTS, chance.choice([1, 1, 2])))
    about = [each for each in STATEMENTS if re.search(rf"\b({subjects})\b", each)]

    def statement(variable):
        words = chance.choice(about).format(v=variable)
        drawn = draws(seed) and not words.startswith(COMPOUND) and chance.random() < 0.7
        return "    " + (chance.choice(DRAWS) if drawn else "") + words

    def body(own):
        many = chance.choice([1, 1, 2, 2, 3])
        return "\n".join(statement(f"{own}{i}") for i in range(many))

    return HEAD % (body("a"), body("b"))


compare_all(program, by_instruction=lambda seed: not draws(seed))
