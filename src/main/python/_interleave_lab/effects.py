"""What calls of Python's own functions and methods touch, as far as that is known.

A function that is not named here may do anything to what it is given: see calls.py. So a row may
claim more than is touched, never less; there is a test for each. Functions are named by their
module and name, so that nothing has to be imported for this.
"""

from collections import OrderedDict, defaultdict, deque
from types import MappingProxyType

#: It touches nothing.
NOTHING = "nothing"
#: It looks at what it is given, each as a whole, and not at what is in that.
SHALLOW = "shallow"
#: It looks at what it is given and all that is in that; at objects of classes of the program only by
#: way of their methods.
LOOKS = "looks"
#: As LOOKS, and it also looks at attributes of such objects.
STATE = "state"
#: It changes what its owner, or else its first argument, holds, and looks at the others.
CHANGES = "changes"
#: It asks for an attribute by its name; sets or deletes it; asks for all of them.
READ_ATTRIBUTE, WRITE_ATTRIBUTE, ALL_ATTRIBUTES = "read attribute", "write attribute", "all attributes"
#: It takes the next item of an iterator.
ADVANCES = "advances"
#: It asks whether something is of a class, which classes of some kinds have code of their own for.
TESTS = "tests"
#: It tells the class of something, or makes one of a name, bases and a dictionary.
CLASS = "class"
#: It may touch whatever there is.
ALL = "all"

_FUNCTIONS = {
    NOTHING: {
        "builtins": "callable globals id object range slice super chr bin hex oct",
        "sys": "exit exc_info",
        "time": "gmtime localtime ctime",
        "functools": "partial wraps",
        "operator": "attrgetter itemgetter methodcaller",
        "_operator": "is_ is_not",
    },
    SHALLOW: {
        "builtins": "enumerate filter iter len map reversed zip",
        "itertools": """accumulate batched chain combinations compress count cycle dropwhile filterfalse groupby islice
            pairwise permutations product repeat starmap takewhile zip_longest""",
    },
    LOOKS: {
        "builtins": """abs all any ascii bool bytearray bytes complex dict divmod float format frozenset hash int list
            max min ord pow print repr round set sorted str sum tuple""",
        "collections": "deque OrderedDict Counter defaultdict",
        "time": "asctime mktime strftime strptime",
        "_operator": """abs add and_ contains countOf eq floordiv ge gt index indexOf inv invert le lshift lt
            matmul mul ne neg not_ or_ pos pow rshift sub truediv truth xor""",
        "math": """acos acosh asin asinh atan atan2 atanh cbrt ceil comb copysign cos cosh degrees dist erf erfc exp exp2
            expm1 fabs factorial floor fma fmod frexp fsum gamma gcd hypot isclose isfinite isinf isnan isqrt lcm ldexp
            lgamma log log10 log1p log2 modf nextafter perm pow prod radians remainder sin sinh sqrt sumprod tan tanh
            trunc ulp""",
        "_functools": "reduce",
    },
    STATE: {
        # These note what the function is called, and have its attributes.
        "builtins": "property staticmethod classmethod",
        "functools": "lru_cache cache cached_property",
        # These make a key in a defaultdict, as formatting does.
        "_operator": "getitem mod",
        "copy": "copy deepcopy",
        "dataclasses": "asdict astuple fields replace",
        "json": "dumps loads",
        "_pickle": "dumps loads",
        "pprint": "pformat",
    },
    CHANGES: {
        "_heapq": "heapify heappop heappush heappushpop heapreplace",
    },
    ADVANCES: {"builtins": "next"},
    READ_ATTRIBUTE: {"builtins": "getattr hasattr"},
    WRITE_ATTRIBUTE: {"builtins": "setattr delattr"},
    ALL_ATTRIBUTES: {"builtins": "vars dir"},
    TESTS: {"builtins": "isinstance issubclass"},
    CLASS: {"builtins": "type"},
    ALL: {
        "builtins": "locals eval exec compile __import__ breakpoint",
        # What they keep is asked by any copy of an object, and by any test of a class.
        "copyreg": "pickle",
        "abc": "ABCMeta.register",
    },
}  # fmt: skip

#: {(module, name): effect}
FUNCTIONS = {
    (module, name): effect
    for effect, modules in _FUNCTIONS.items()
    for module, names in modules.items()
    for name in names.split()
}

#: {(class, name): effect}, of the methods that all objects, classes, or exceptions have, and that pass by
#: those of the program.
BASIC = {
    ("object", "__getattribute__"): READ_ATTRIBUTE, ("type", "__getattribute__"): READ_ATTRIBUTE,
    ("object", "__setattr__"): WRITE_ATTRIBUTE, ("type", "__setattr__"): WRITE_ATTRIBUTE,
    ("object", "__delattr__"): WRITE_ATTRIBUTE, ("type", "__delattr__"): WRITE_ATTRIBUTE,
    ("object", "__init__"): NOTHING, ("object", "__new__"): NOTHING,
    ("object", "__repr__"): NOTHING, ("object", "__str__"): LOOKS,
    ("object", "__eq__"): NOTHING, ("object", "__ne__"): LOOKS, ("object", "__hash__"): NOTHING,
    ("object", "__init_subclass__"): NOTHING,
    ("BaseException", "__init__"): CHANGES, ("BaseException", "with_traceback"): CHANGES,
}  # fmt: skip

_READING_LISTS = "copy count index __contains__ __len__ __getitem__ __iter__ __eq__ __ne__ __repr__ __reversed__"
_READING_SETS = """copy issubset issuperset union difference intersection isdisjoint symmetric_difference
    __contains__ __len__ __iter__ __eq__ __ne__ __repr__ __or__ __and__ __sub__ __xor__ __le__ __lt__ __ge__ __gt__"""
_READING_DICTS = "copy items keys values get __contains__ __len__ __iter__ __eq__ __ne__ __repr__ __reversed__"

#: Of the methods of a type those that change nothing of their owner; the others of these do.
_READING = {
    list: _READING_LISTS,
    deque: _READING_LISTS,
    bytearray: _READING_LISTS + " decode hex find startswith endswith split join",
    set: _READING_SETS,
    dict: _READING_DICTS,
    OrderedDict: _READING_DICTS,
}

#: {type: {name: effect}}, of methods that not all objects have. Others may change what they are given.
METHODS = {
    kind: {
        name: LOOKS if name in reading.split() else CHANGES
        for name in dir(kind)
        if name in reading.split() or not hasattr(object, name) and callable(getattr(kind, name))
    }
    for kind, reading in _READING.items()
}

#: Values of these types never change, so that their methods only look at what they are given.
FIXED = frozenset([str, bytes, int, bool, float, complex, tuple, frozenset, range, slice, type(None)])

#: Methods of theirs that look at attributes of what they are given, or make a key in a defaultdict.
STATE_METHODS = {"format", "format_map", "translate", "__mod__", "__rmod__"}

#: What is in these is in the dictionary that they show.
VIEWS = frozenset([MappingProxyType, type({}.keys()), type({}.values()), type({}.items())])

#: Operations of the language only look at values of these types, unless they change them in place.
CONTAINERS = VIEWS | {
    list, dict, set, frozenset, tuple, bytearray, deque, OrderedDict, defaultdict,
}  # fmt: skip

#: Code of these modules keeps nothing for itself: it touches what it is given, or what that holds.
CLOSED_MODULES = frozenset(
    """builtins itertools functools operator _operator collections _collections _collections_abc collections.abc copy
    copyreg json json.encoder json.decoder json.scanner _json heapq _heapq bisect _bisect math cmath dataclasses string
    textwrap statistics fractions numbers array contextlib types enum typing abc datetime time random _random
    base64 pprint reprlib struct _struct re _sre keyword""".split()
)
CLOSED_TYPES = frozenset([("_io", "StringIO"), ("_io", "BytesIO"), ("io", "StringIO"), ("io", "BytesIO")])
