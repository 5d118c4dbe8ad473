"""What the programs that rows.py makes are about: how each is made, and what a thread does with it
beside one that calls the function of a row.
"""

#: {name: (how it is made, what is done with it)}. It is made of those others that it names.
SUBJECTS = {
    "xs": ("xs = [3, 1, 2]", ["xs.append(4)", "xs.clear()", "xs.__setitem__(0, 9)", "[*xs]"]),
    "ys": ("ys = [[3, 1], [2]]", ["ys[0].append(9)", "ys.append([0])", "[*ys[0], *ys]"]),
    "d": ("d = {'k': 1}", ["d.update(j=2)", "d.__setitem__('k', 3)", "d.clear()", "[*d.items()]"]),
    "s": ("s = {1, 2}", ["s.add(5)", "s.clear()", "sorted(s, key=str)"]),
    "ba": ("ba = bytearray(b'abc')", ["ba.append(100)", "ba.clear()", "ba.__setitem__(0, 98)", "[*ba]"]),
    "digit": ("digit = bytearray(b'1')", ["digit.__setitem__(0, 50)"]),
    "pickled": ("pickled = bytearray(b'I1\\n.')", ["pickled.__setitem__(1, 50)"]),
    "view": ("view = memoryview(ba)", ["view.__setitem__(0, 98)", "[*view]"]),
    "array_": ("array_ = array.array('i', [3, 1, 2])", ["array_.append(4)", "array_.__setitem__(0, 9)", "[*array_]"]),
    "dq": (
        "dq = collections.deque([3, 1, 2])",
        ["dq.append(4)", "dq.clear()", "dq.__setitem__(0, 9)", "dq.rotate()", "[*dq]"],
    ),
    "od": (
        "od = collections.OrderedDict(k=1, j=2)",
        ["od.move_to_end('k')", "od.update(i=3)", "od.__setitem__('k', 4)", "od.clear()", "[*od]", "od['k']"],
    ),
    "made": ("made = collections.defaultdict(list)", ["made['z']", "made.update(y=1)", "[*made.items()]"]),
    "it": ("it = iter([3, 1, 2])", ["next(it)", "[*it]"]),
    "counted": ("counted = itertools.count()", ["next(counted)"]),
    "Plain": (
        "class Plain:\n    n = 1\n    def __init__(self):\n        self.m = [1]",
        ["setattr(Plain, 'n', 9)", "setattr(Plain, 'z', 9)", "Plain.n", "hasattr(Plain, 'z')"],
    ),
    "o": (
        "o = Plain()",
        ["setattr(o, 'm', 7)", "o.m.append(8)", "setattr(o, 'z', 1)", "delattr(o, 'm')", "[*vars(o).items()]"],
    ),
    "copied": ("class Copied:\n    pass\ncopied = Copied()", ["copy.copy(copied) is copied"]),
    "plains": (
        "plains = [Plain(), Plain()]",
        ["setattr(plains[0], 'm', [0])", "setattr(plains[1], 'm', [0])", "plains.pop()", "[each.m for each in plains]"],
    ),
    "f": (
        "def f(n=1):\n    return n",
        ["setattr(f, 'n', 9)", "setattr(f, '__doc__', 'text')", "[*vars(f).items()]", "f.__doc__"],
    ),
    "Data": ("@dataclasses.dataclass\nclass Data:\n    n: int\n    m: list", ["hasattr(Data, 'z')", "setattr(Data, 'z', 1)"]),
    "r": ("r = Data(1, [2])", ["setattr(r, 'n', 5)", "r.m.append(3)", "r.n", "[*r.m]"]),
    "deep": ("deep = Data(1, o)", ["setattr(deep, 'n', 5)"]),
    "Pair": ("Pair = collections.namedtuple('Pair', 'n m')", []),
    "pair": ("pair = Pair(1, [2])", ["pair.m.append(3)", "[*pair.m]"]),
    "box": ("box = types.SimpleNamespace(n=1, m=[1])", ["setattr(box, 'n', 7)", "box.m.append(2)", "[*vars(box).items()]"]),
    "A": ("class A(abc.ABC):\n    pass", ["A.register(Plain)", "issubclass(Plain, A)"]),
    "HasM": ("@typing.runtime_checkable\nclass HasM(typing.Protocol):\n    m: list", []),
    "HasN": ("@typing.runtime_checkable\nclass HasN(typing.Protocol):\n    def n(self): ...", ["delattr(Plain, 'n')"]),
    "Stack": ("class Stack(list):\n    n = 1", []),
    "st": ("st = Stack([3, 1, 2])", ["st.append(4)", "setattr(st, 'z', 1)", "[*st]", "hasattr(st, 'z')"]),
    "kept": (
        "kept = functools.lru_cache(maxsize=1)(lambda *n: len(n))",
        ["kept(3)", "kept.cache_info()", "kept.cache_clear()"],
    ),
    "text": ("text = io.StringIO('ab\\ncd')", ["text.write('e')", "text.readline()", "text.getvalue()"]),
    "raw": ("raw = io.BytesIO(b'ab\\ncd')", ["raw.write(b'e')", "raw.readline()", "raw.getvalue()"]),
    "chance": ("chance = random.Random(1)", ["chance.getrandbits(9)", "chance.seed(2)"]),
    "error": (
        "error = ValueError([1])",
        ["error.args[0].append(2)", "setattr(error, 'args', (7,))", "str(error)", "error.__traceback__"],
    ),
    "mat": (
        "class Mat:\n    n = 1\n    def __matmul__(self, other):\n        return self.n + other.n\nmat = Mat()",
        ["setattr(mat, 'n', 5)", "mat.n"],
    ),
    "keys": ("keys = d.keys()", []),
    "values": ("values = d.values()", []),
    "items": ("items = d.items()", []),
    "shown_d": ("shown_d = types.MappingProxyType(d)", []),
    "held": ("held = (1, xs)", []),
}  # fmt: skip

MODULES = """_bisect _collections _functools _heapq _operator _pickle abc array base64 bisect builtins cmath
    collections contextlib copy copyreg dataclasses datetime enum fractions functools heapq io itertools json
    keyword math numbers operator pickle pprint random re reprlib statistics string struct sys textwrap time
    types typing""".split()
