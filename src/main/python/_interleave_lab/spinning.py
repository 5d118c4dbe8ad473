"""Finds the loops of a program that only look: each round of them changes nothing, so they wait for another
thread to change what they look at."""

import dis

#: Going round in a loop that does none of these changes nothing.
_CHANGES = (
    "STORE_", "DELETE_", "CALL", "PRECALL", "SEND", "YIELD", "IMPORT", "LIST_", "SET_", "DICT_", "MAP_",
    "FOR_ITER", "BEFORE_",
)  # fmt: skip
_HARMLESS = ("STORE_FAST",)
_IN_PLACE = "="
_BACKWARD = ("JUMP_BACKWARD", "POP_JUMP_BACKWARD", "JUMP_ABSOLUTE")

#: Methods that only look, of all types that have methods of this name in C or in the lab's models. One that
#: is written in Python has steps of its own, which are seen to change something or not.
_LOOKING = {
    "cancelled", "done", "empty", "full", "is_alive", "is_set", "locked", "qsize", "running",
}  # fmt: skip
_LENGTH = "len"
_LOADS = ("LOAD_NAME", "LOAD_GLOBAL", "LOAD_FAST", "LOAD_DEREF", "LOAD_ATTR", "LOAD_CLOSURE")
#: They stand around a call in some versions, and do nothing of note.
_AROUND = {"PRECALL", "CACHE", "PUSH_NULL", "KW_NAMES"}


def given_names(codes):
    """The names that a program gives to something else than a function that it defines."""
    found = set()
    for code in codes:
        before = None
        for each in dis.get_instructions(code):
            if each.opname.startswith("STORE_") and before != "MAKE_FUNCTION":
                found.add(each.argval)
            before = each.opname
    return found


class Loops:
    """The loops of a piece of code that only look: the first and the last instruction of each."""

    def __init__(self, code, given):
        self._given = given
        self._instructions = [each for each in dis.get_instructions(code) if each.opname not in _AROUND]
        calls = [i for i, each in enumerate(self._instructions) if each.opname.startswith("CALL")]
        self._looks = {self._instructions[i].offset for i in calls if self._only_looks(i)}

    def __iter__(self):
        for each in self._instructions:
            if goes_back(each):
                inside = [i for i in self._instructions if each.argval <= i.offset <= each.offset]
                if not any(map(self._changes, inside)):
                    yield each.argval, each.offset

    def _changes(self, instruction):
        name = instruction.opname
        if name == "BINARY_OP":
            return instruction.argrepr.endswith(_IN_PLACE)
        if name == "CALL":
            return instruction.offset not in self._looks
        return name.startswith(_CHANGES) and not name.startswith(_HARMLESS)

    def _only_looks(self, at):
        """Whether a call is one of `thing.empty()` or `len(thing)`."""
        call = self._instructions[at]
        if at and call.opname == "CALL" and call.arg == 0:
            method = self._instructions[at - 1]
            return method.opname in ("LOAD_METHOD", "LOAD_ATTR") and self._is_usual(method, _LOOKING)
        at -= 1
        while at > 0 and self._instructions[at].opname == "LOAD_ATTR":
            at -= 1
        function = self._instructions[at - 1]
        return (
            call.opname == "CALL"
            and call.arg == 1
            and at > 0
            and self._instructions[at].opname.startswith(_LOADS)
            and function.opname in ("LOAD_NAME", "LOAD_GLOBAL")
            and self._is_usual(function, {_LENGTH})
        )

    def _is_usual(self, load, names):
        return load.argval in names and load.argval not in self._given


def goes_back(instruction):
    """Whether it jumps to one before it, or to itself."""
    return instruction.opname.startswith(_BACKWARD) and instruction.argval <= instruction.offset
