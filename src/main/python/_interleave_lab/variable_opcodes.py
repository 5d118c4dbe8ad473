"""What instructions touch that are about variables, modules, and attributes.

A maker is as opcodes.py has it.
"""

from .access import KEYS, Access, unknown
from .peek import top, variable


def _variable(name, frame, writes):
    names = frame.f_globals
    found = [Access(names, name, writes, name, "variable")]
    if writes and name not in names:
        found.append(Access(names, KEYS, True))
    return found


def _global(writes):
    def make(accesses, instruction, code, end):
        name = instruction.argval
        if writes:
            return lambda frame: _variable(name, frame, True)
        known = accesses.variables

        def find(frame):
            found = known.get(name)
            if found is None:
                found = known[name] = _variable(name, frame, False)
            return found

        return find

    return make


def _name(writes):
    """In the body of a class names are the class's own; those that it does not have are global."""

    def make(accesses, instruction, code, end):
        name = instruction.argval
        if code.co_name == "<module>":
            return _global(writes)(accesses, instruction, code, end)

        def find(frame):
            own = frame.f_locals
            if type(own) is not dict:
                return accesses.calls.operation((own,))
            return () if writes or name in own else _variable(name, frame, False)

        return find

    return make


def _cell(writes):
    def make(accesses, instruction, code, end):
        name, index = instruction.argval, instruction.arg
        return lambda frame: [Access(variable(frame, index), None, writes, name, "variable")]

    return make


def _dictionary_name(accesses, instruction, code, end):
    name = instruction.argval
    return lambda frame: _variable(name, frame, False)


def _class_cell(accesses, instruction, code, end):
    return _cell(False)(accesses, instruction, code, end)


def _annotations(accesses, instruction, code, end):
    if code.co_name != "<module>":
        return None
    return lambda frame: _variable("__annotations__", frame, True)


def all_variables(accesses, instruction, code, end):
    return lambda frame: [Access(frame.f_globals, None, True)]


def _import(accesses, instruction, code, end):
    return lambda frame: (unknown(),)


def _from_import(accesses, instruction, code, end):
    name = instruction.argval
    return lambda frame: accesses.attributes.read(top(frame, end), name)


def _attribute(writes):
    def make(accesses, instruction, code, end):
        name, attributes = instruction.argval, accesses.attributes
        if not writes:
            return lambda frame: attributes.read(top(frame, end), name)
        return lambda frame: attributes.write(top(frame, end), name)

    return make


def _attribute_of_super(accesses, instruction, code, end):
    name = instruction.argval
    return lambda frame: accesses.attributes.of_super(top(frame, end), name)


MAKERS = {
    "LOAD_GLOBAL": _global(False), "STORE_GLOBAL": _global(True), "DELETE_GLOBAL": _global(True),
    "LOAD_NAME": _name(False), "STORE_NAME": _name(True), "DELETE_NAME": _name(True),
    "LOAD_DEREF": _cell(False), "STORE_DEREF": _cell(True), "DELETE_DEREF": _cell(True),
    "LOAD_CLASSDEREF": _class_cell, "LOAD_FROM_DICT_OR_DEREF": _class_cell,
    "LOAD_FROM_DICT_OR_GLOBALS": _dictionary_name, "SETUP_ANNOTATIONS": _annotations,
    "LOAD_ATTR": _attribute(False), "LOAD_METHOD": _attribute(False), "LOAD_SUPER_ATTR": _attribute_of_super,
    "STORE_ATTR": _attribute(True), "DELETE_ATTR": _attribute(True),
    "IMPORT_NAME": _import, "IMPORT_FROM": _from_import, "IMPORT_STAR": all_variables,
}  # fmt: skip
