"""What an exploration holds fixed, or has no model of, by what a program names: so that nobody takes
for proved what was not tried. Of random values it is known: `random` were held fixed, `draws` were
decided as orders are.

Each is told by a word; the page has the sentences.
"""

import dis

#: {word: names of which a program uses one}
_NAMES = {
    "time": {"time", "datetime", "monotonic", "perf_counter", "timeit"},
    "input": {"input", "stdin"},
    "environment": {"os", "platform", "environ", "argv", "pathlib", "open"},
    "text": {"exec", "eval"},
    "wake-ups": {"Condition"},
}

#: Functions whose results depend on hashes or addresses. Many classes have methods of these names.
_HASHED = {"set", "frozenset", "hash", "id"}

#: Modules of which the lab has a model, or whose code is that of the interpreter.
_WITHOUT_PYTHON_CODE = {
    "threading", "queue", "time", "random", "atexit", "concurrent", "concurrent.futures", "sys", "builtins", "math",
    "itertools", "operator", "array", "gc", "__future__",
}  # fmt: skip


def assumptions(program):
    """The words for a program that was executed, in a fixed order."""
    codes, random = program.steps.parts, program.randomness
    names = {name for code in codes for name in code.co_names}
    found = ["draws"] if random.decided else []
    if random.held:
        found.append("random")
    found += [word for word, its in _NAMES.items() if not its.isdisjoint(names)]
    if any(map(_makes_sets, codes)):
        found.append("hashes")
    if uses_libraries(codes):
        found.append("libraries")
    found.append("calls" if program.by_instruction else "lines")
    return found


def _makes_sets(code):
    return any(
        each.opname == "BUILD_SET" or each.opname in ("LOAD_NAME", "LOAD_GLOBAL") and each.argval in _HASHED
        for each in dis.get_instructions(code)
    )


def uses_libraries(codes):
    """Whether a program imports a module that has Python code, other than a model of the lab."""
    imported = {
        each.argval for code in codes for each in dis.get_instructions(code) if each.opname == "IMPORT_NAME"
    }
    return not imported <= _WITHOUT_PYTHON_CODE
