"""Calls for the rows of effects.py: for each function arguments with which it can be called. Those of one function
are parted by bars. They name subjects: see effect_subjects.py.
"""
import re
from collections import OrderedDict

#: {module: {functions: arguments}}
FUNCTIONS = {
    "builtins": {
        "callable id": "xs | o | f",
        "globals object locals breakpoint": "",
        "issubclass": "Plain, Plain | Plain, A | Plain, HasN | Plain, (int, A)",
        "isinstance": "o, Plain | o, A | o, HasM | o, HasN | xs, list | o, (int, A, HasM) | o, typing.Union[int, HasM]",
        "property staticmethod classmethod": "f | xs",
        "range": "3", "slice": "xs, 2", "super": "Plain, o",
        "type": "xs | o | 'T', (), d | 'T', (Plain,), {}",
        "chr bin hex oct": "97", "ord": "'a' | digit",
        "enumerate iter": "xs | d | it", "reversed": "xs | d | dq", "zip": "xs, d | it",
        "len": "xs | d | s | ba | dq | st | array_ | made | keys | od",
        "filter": "None, d | str, it", "map": "str, d | list.pop, ys",
        "abs complex round": "1", "divmod pow": "7, 2", "int float": "1 | digit", "hash": "1 | 'k' | (1, 2) | o | held",
        "all any": "xs | it | map(list.pop, ys) | array_", "ascii repr str": "xs | ys | box | st | r | error | made | keys",
        "bool": "xs | d | st | ba", "bytearray bytes": "xs | ba | it | view", "dict": "d | od | zip('k', it) | zip('k', ys)",
        "format print": "xs | ys | box | r", "frozenset set": "xs | it | d | dq",
        "list tuple": """xs | it | d | s | ba | dq | od | keys | items | st | view | map(list.pop, ys) |
            map(random.shuffle, ys) | map(chance.shuffle, ys) | map(heapq.heappop, ys) | map(kept, xs) |
            map(setattr, plains, 'zz', 'ab') | map(operator.methodcaller('append', 7), ys) | map(next, [it]) |
            map(functools.partial(list.append, xs), 'ab') | map(getattr, plains, 'mm')""",
        "max min sorted": """xs | it | ys, key=list.pop | plains, key=operator.attrgetter('m') |
            plains, key=lambda each: each.m | ys""",
        "sum": "xs | it | map(list.pop, ys)",
        "next": "it | counted | it, xs | map(list.pop, ys)",
        "getattr hasattr": "o, 'm' | o, 'z' | Plain, 'n' | Plain, 'z' | box, 'n' | f, '__doc__' | st, 'z'",
        "setattr": "o, 'm', 5 | Plain, 'n', 5 | box, 'n', 5 | f, 'n', 5 | r, 'n', 2",
        "delattr": "o, 'm' | Plain, 'n' | box, 'n' | r, 'n'",
        "vars dir": "o | Plain | box | f | st",
        "eval": "'xs[0]' | 'xs.pop()'", "exec": "'xs.append(5)' | 'o.m = 7'", "compile": "'xs[0]', 'xs', 'eval'",
        "__import__": "'math'",
    },
    "sys": {"exit": "0 | xs", "exc_info": ""},
    "time": {
        "gmtime localtime ctime": "0", "asctime mktime": "(2026, 1, 1, 0, 0, 0, 0, 1, 0)",
        "strftime": "'%Y', (2026, 1, 1, 0, 0, 0, 0, 1, 0)", "strptime": "'2026', '%Y'",
    },
    "functools": {"partial": "f | f, xs | max, xs", "lru_cache": "f | 2", "cache cached_property wraps": "f"},
    "_functools": {
        "reduce": "max, xs | max, it | operator.iadd, [[8]], xs",
    },
    "operator": {"attrgetter": "'m'", "itemgetter": "0", "methodcaller": "'append', xs"},
    "itertools": {
        "accumulate": "xs | d | xs, max", "batched islice": "xs, 2 | it, 2 | d, 2", "chain": "xs, ys | it | d",
        "combinations permutations": "xs, 2 | it, 2", "compress": "d, [1, 0, 1]", "count": "", "repeat": "xs, 2",
        "cycle groupby pairwise": "xs | it | d", "product": "xs, it | d", "dropwhile takewhile": "bool, d",
        "filterfalse": "None, d", "starmap": "max, ys | max, d", "zip_longest": "xs, it | xs, d",
    },
    "collections": {
        "deque": "xs | it | xs, 2", "OrderedDict": "d | zip('k', it)", "Counter": "xs | d | it", "defaultdict": "list, d | list",
    },
    "_operator": {
        "is_ is_not": "xs, xs | xs, o",
        "abs index inv invert neg pos": "5", "not_ truth": "xs | st | d",
        "add": "xs, ys | dq, dq", "and_ or_ sub xor": "s, {1, 7}", "mul": "xs, 2", "matmul": "mat, mat",
        "floordiv lshift pow rshift truediv": "7, 2", "mod": "'%(z)s', made | '%s', (xs,) | 7, 2",
        "contains countOf": "xs, 3 | it, 3 | array_, 3", "indexOf": "xs, 3 | it, 3",
        "eq ge gt le lt ne": "xs, [3, 1, 2] | s, {1, 2} | dq, dq", "getitem": "xs, 0 | d, 'k' | made, 'z' | ba, 0",
    },
    "math": {
        """acos asin atan atanh cbrt ceil cos cosh degrees erf erfc exp exp2 expm1 fabs floor frexp isfinite isinf isnan log1p
            modf radians sin sinh sqrt tan tanh trunc ulp asinh""": "0.5",
        "acosh gamma lgamma log log10 log2": "1.5", "factorial isqrt": "5", "hypot": "3.0, 4.0", "fma": "1.0, 2.0, 3.0",
        "atan2 copysign fmod isclose nextafter pow remainder": "0.5, 2.0", "comb perm": "5, 2", "gcd lcm": "4, 6",
        "ldexp": "0.5, 2", "dist sumprod": "xs, [1, 1, 1]", "fsum prod": "xs | it | array_",
    },
    "copy": {"copy deepcopy": "xs | ys | o | r | box | st | dq | od"},
    "copyreg": {"pickle": "type(copied), lambda one: 'copied'"},
    "abc": {"ABCMeta.register": "A, Plain"},
    "dataclasses": {"asdict astuple": "r | deep", "fields": "r | Data", "replace": "r, n=2"},
    "json": {"dumps": "xs | d | o, default=vars | o, default=lambda each: each.m", "loads": "'[1]' | digit"},
    "_pickle": {"dumps": "xs | box | d", "loads": "pickled"},
    "pprint": {"pformat": "xs | d | box | r"},
    "_heapq": {
        "heapify heappop": "xs | ys", "heappush": "xs, 0 | ys, [0]", "heappushpop heapreplace": "xs, 7 | ys, [7]",
    },
}  # fmt: skip

#: Functions that came later, and where they did.
LATER = {"batched": (3, 12), "sumprod": (3, 12), "fma": (3, 13)}

#: {(class, name): calls}
BASIC = {
    ("object", "__getattribute__"): "object.__getattribute__(o, 'm') | o.__getattribute__('z')",
    ("type", "__getattribute__"): "type.__getattribute__(Plain, 'n') | type.__getattribute__(Plain, 'z')",
    ("object", "__setattr__"): "object.__setattr__(o, 'm', 5) | o.__setattr__('z', 5)",
    ("type", "__setattr__"): "type.__setattr__(Plain, 'n', 5)",
    ("object", "__delattr__"): "object.__delattr__(o, 'm')",
    ("type", "__delattr__"): "type.__delattr__(Plain, 'n')",
    ("object", "__init__"): "object.__init__(o)",
    ("object", "__new__"): "object.__new__(Plain)",
    ("object", "__repr__"): "object.__repr__(o) | object.__repr__(st)",
    ("object", "__str__"): "object.__str__(xs) | object.__str__(o) | object.__str__(r)",
    ("object", "__eq__"): "object.__eq__(o, r) | object.__eq__(xs, xs)",
    ("object", "__ne__"): "object.__ne__(o, r) | object.__ne__(xs, [3, 1, 2])",
    ("object", "__hash__"): "object.__hash__(o) | object.__hash__(xs)",
    ("object", "__init_subclass__"): "object.__init_subclass__()",
    ("BaseException", "__init__"): "BaseException.__init__(error, xs) | error.__init__(4)",
    ("BaseException", "with_traceback"): "error.with_traceback(None)",
}

#: {type: a subject, or how to make one}
VALUES = {
    "list": "xs", "deque": "dq", "bytearray": "ba", "set": "s", "dict": "d", "OrderedDict": "od", "defaultdict": "made",
    "mappingproxy": "shown_d", "dict_keys": "keys", "dict_values": "values", "dict_items": "items", "str": "'a'", "bytes": "b'a'",
    "int": "(1)", "bool": "True", "float": "1.5", "complex": "1j", "tuple": "held", "frozenset": "frozenset([1])",
    "range": "range(3)", "slice": "slice(3)", "NoneType": "None",
}

#: What methods are called with where that works.
ARGUMENTS = """[3, 1, 2] | {1, 2} | {1} | {'j': 2} | collections.deque([3, 1, 2]) | b'abc' | it | xs | ys | d |
    s | ba | digit | view | made | o |  | 3 | 0 | 1 | 97 | 'k' | 'z' | b'a' | 'a' | [3, 1] | 0, 7 | 'k', xs |
    slice(0, 2) | slice(0, 2), xs | map(list.pop, ys) | None | 'm' | '__doc__' | 'k', '__len__' | s, s | 2"""

#: {name of a method: calls}, where it says more than those.
METHODS = {
    "sort": "xs.sort() | ys.sort(key=list.pop) | ys.sort(key=len)",
    "extend": "xs.extend(it) | xs.extend(map(list.pop, ys))",
    "format": "'{0[z]}'.format(made) | '{0.m}'.format(o) | '{0.n}{0}'.format(r) | '{}'.format(xs)",
    "format_map": "'{z}'.format_map(made) | '{k}'.format_map(d)",
    "__mod__": "'%(z)s'.__mod__(made) | '%s'.__mod__(xs)",
    "__rmod__": "str.__rmod__(made, '%(z)s') | 'a'.__rmod__('%s')",
    "maketrans": "ba.maketrans(b'a', digit) | str.maketrans(d) | bytes.maketrans(b'a', digit)",
    "translate": "'a'.translate({97: 'b'}) | 'a'.translate(made)",
    "fromhex": "ba.fromhex('61')", "replace": "ba.replace(b'a', b'd')", "__add__": "dq.__add__(dq)",
    "join": "'a'.join(map(str, xs)) | b'a'.join([ba])",
}

#: What the language does with a value.
OPERATIONS = """{v} == [3, 1, 2] | {v} + {v} | {v} * 2 | {v}[0] | {v}['k'] | {v}['z'] | {v}[:1] | 1 in {v} | not {v} | [*{v}] |
    {{**{v}}} | f'{{{v}}}' | '%s' % ({v},) | '%(z)s' % {v} | (lambda *n: n)(*{v}) | (lambda **n: n)(**{v}) | {v} < {v} |
    {v} - {v} | [each for each in {v}]""".replace(" |\n", " | ")

#: {module: two calls, one of them of the module, of which it matters which is first; None where nothing can}
CLOSED = {
    "builtins": "memoryview(ba).tolist() / ba.append(100)", "itertools": "list(itertools.tee(it)[0]) / next(it)",
    "functools": "functools.update_wrapper(lambda: 1, f) / setattr(f, 'n', 9)",
    "operator": "operator.attrgetter('m')(o) / setattr(o, 'm', 7)", "_operator": "_operator.iadd(xs, [4]) / [*xs]",
    "collections": "[*collections.ChainMap(d)] / d.clear()",
    "_collections": "_collections._count_elements(d, 'kj') / [*d.items()]",
    "_collections_abc": "collections.UserList(xs).pop() / xs.clear()",
    "collections.abc": "collections.abc.MutableSequence.append(xs, 4) / [*xs]",
    "copy": "copy.copy(o).m / setattr(o, 'm', 7)", "copyreg": "str(copyreg._reduce_ex(o, 0)) / setattr(o, 'm', 7)",
    "json": "json.JSONEncoder().encode(xs) / xs.append(4)", "json.encoder": "json.encoder.JSONEncoder().encode(xs) / xs.append(4)",
    "json.decoder": "json.decoder.JSONDecoder(object_hook=xs.append).decode('{}') / [*xs]",
    "json.scanner": "json.scanner.py_make_scanner(json.JSONDecoder(object_hook=xs.append))('{}', 0) / [*xs]",
    "_json": None,
    "heapq": "heapq.nsmallest(2, xs) / xs.append(0)", "_heapq": "getattr(_heapq, '_heappop_max', _heapq.heappop)(xs) / [*xs]",
    "bisect": "bisect.insort(xs, 0) / [*xs]", "_bisect": "_bisect.insort_left(xs, 0) / [*xs]",
    "math": "math.fsum(xs) / xs.append(4)", "cmath": None,
    "dataclasses": "dataclasses.is_dataclass(Plain) / dataclasses.dataclass(Plain)",
    "string": "string.Template('$k').substitute(d) / d.__setitem__('k', 3)",
    "textwrap": "textwrap.TextWrapper(width=xs[0]).width / xs.__setitem__(0, 9)",
    "statistics": "statistics.mean(xs) / xs.append(4)", "fractions": "fractions.Fraction(*xs[:2]) / xs.__setitem__(0, 9)",
    "numbers": "numbers.Number.register(Plain) / issubclass(Plain, numbers.Number)", "array": "array_.append(4) / array_.tolist()",
    "contextlib": "contextlib.contextmanager(f) / setattr(f, 'n', 9)",
    "types": "types.DynamicClassAttribute(f).__doc__ / setattr(f, '__doc__', 'text')",
    "enum": "str([*enum.Enum('E', d)]) / d.clear()", "typing": "typing.final(Plain) / hasattr(Plain, '__final__')",
    "abc": "abc.abstractmethod(f) / hasattr(f, '__isabstractmethod__')", "datetime": "datetime.date(*xs) / xs.append(4)",
    "time": "time.strftime('%Y', tuple(xs * 3)) / xs.append(4)", "random": "chance.choice('abcdef') / chance.shuffle(xs)",
    "_random": "chance.getrandbits(9) / chance.getrandbits(9)", "base64": "base64.b64encode(ba) / ba.append(100)",
    "pprint": "pprint.pformat(o.m) / o.m.append(8)", "reprlib": "reprlib.repr(xs) / xs.append(4)",
    "struct": "struct.pack_into('b', ba, 0, 7) / [*ba]", "_struct": "struct.unpack_from('b', ba) / ba.__setitem__(0, 98)",
    "re": "re.sub('b', xs.append, 'abc') / [*xs]", "_sre": "re.compile(b'b').findall(ba) / ba.__setitem__(0, 98)",
    "keyword": None,
}
#: {(module, type): the same}
CLOSED_TYPES = {
    ("_io", "StringIO"): "text.write('e') / text.getvalue()", ("_io", "BytesIO"): "raw.write(b'e') / raw.getvalue()",
    ("io", "StringIO"): "io.StringIO(text.read()).read() / text.read()", ("io", "BytesIO"): "raw.read() / raw.read()",
}

#: {table: rows that claim more than is touched}
_GENEROUS = {
    "BaseException": "with_traceback",
    "OrderedDict": "__class_getitem__ fromkeys",
    "_operator": "abs floordiv index inv invert lshift matmul neg pos pow rshift truediv",
    "_pickle": "dumps loads",
    "builtins": "__import__ abs breakpoint compile complex divmod hash locals pow round vars",
    "bytearray": """__add__ __alloc__ __buffer__ __iter__ __mod__ __mul__ __release_buffer__ __rmod__ __rmul__ capitalize center expandtabs
        fromhex isalnum isalpha isascii isdigit islower isspace istitle isupper ljust lower lstrip maketrans
        partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip splitlines strip
        swapcase title translate upper zfill""",
    "dataclasses": "fields replace",
    "deque": "__add__ __class_getitem__ __copy__ __mul__ __rmul__",
    "dict": "__class_getitem__ __getitem__ fromkeys get items keys pop setdefault values",
    "itertools": "chain count repeat",
    "json": "loads",
    "list": "__add__ __class_getitem__ __iter__ __mul__ __rmul__",
    "math": """acos acosh asin asinh atan atan2 atanh cbrt ceil comb copysign cos cosh degrees erf erfc exp exp2
        expm1 fabs factorial floor fma fmod frexp gamma gcd hypot isclose isfinite isinf isnan isqrt lcm ldexp lgamma
        log log10 log1p log2 modf nextafter perm pow radians remainder sin sinh sqrt tan tanh trunc ulp""",
    "pprint": "pformat",
    "set": "__class_getitem__ __ior__ __rand__ __rsub__ __rxor__",
    "time": "asctime mktime strftime strptime",
}
GENEROUS = {f"{table}.{name}" for table, names in _GENEROUS.items() for name in names.split()}

#: Rows that some Pythons need and some do not, as a look at an attribute of such an object is one at all of it.
COVERED = {f"OrderedDict.{name}" for name in dir(OrderedDict)}

#: Rows whose calls fail, as is their purpose.
FAILING = {"sys.exit"}


def spends(call):
    """Whether it takes the items of an iterator, makes a key, or calls something that changes what it is given."""
    return re.search(r"\b(it|counted|made|map|pop|iadd)\b", call)
