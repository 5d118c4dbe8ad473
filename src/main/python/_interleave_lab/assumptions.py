"""What an exploration holds fixed, or has no model of, by what a program names: so that nobody takes
for proved what was not tried.

Each is told by a word; the page has the sentences.
"""

import dis

#: {word: names of which a program uses one}
_NAMES = {
    "random": {"random", "secrets", "uuid"},
    "time": {"time", "datetime", "monotonic", "perf_counter", "timeit"},
    "hashes": {"set", "frozenset", "hash", "id"},
    "input": {"input", "stdin"},
    "environment": {"os", "platform", "environ", "argv", "pathlib", "open"},
    "text": {"exec", "eval"},
    "wake-ups": {"Condition"},
}

#: Modules of which the lab has a model, or whose code is that of the interpreter.
_WITHOUT_PYTHON_CODE = {
    "threading", "queue", "time", "random", "atexit", "concurrent", "concurrent.futures", "sys", "builtins", "math",
    "itertools", "operator", "array", "gc", "__future__",
}  # fmt: skip


def assumptions(codes, by_instruction):
    """The words for a program with these pieces of code, in a fixed order."""
    names = {name for code in codes for name in code.co_names}
    found = [word for word, its in _NAMES.items() if not its.isdisjoint(names)]
    if "hashes" not in found and any(_makes_sets(code) for code in codes):
        found.append("hashes")
    if uses_libraries(codes):
        found.append("libraries")
    found.append("calls" if by_instruction else "lines")
    return found


def _makes_sets(code):
    return any(each.opname == "BUILD_SET" for each in dis.get_instructions(code))


def uses_libraries(codes):
    """Whether a program imports a module that has Python code, other than a model of the lab."""
    imported = {
        each.argval for code in codes for each in dis.get_instructions(code) if each.opname == "IMPORT_NAME"
    }
    return not imported <= _WITHOUT_PYTHON_CODE
