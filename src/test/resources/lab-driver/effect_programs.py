"""Small programs in each of which two threads do one thing, and whether it matters who is first."""

import contextlib
import functools
import io
import re
from collections import deque

from comparing import ADDRESS, two_threads
from effect_subjects import MODULES, SUBJECTS

_WORD = re.compile(r"\w+")

def subjects(*texts, of=()):
    """The names of those that some code is about, each after those that it is made of."""
    found = {}
    for word in _WORD.findall(" ".join(texts)):
        if word in SUBJECTS and word not in found and word not in of:
            found.update(dict.fromkeys(subjects(SUBJECTS[word][0], of=(*of, word))))
            found[word] = None
    return list(found)


def others(text):
    """What another thread does with the subjects of some code."""
    return [line for name in subjects(text) for line in SUBJECTS[name][1]]


def _beginning(names, *texts):
    makings = [SUBJECTS[name][0] for name in names]
    words = set(_WORD.findall("\n".join([*makings, *texts])))
    modules = [name for name in MODULES if name in words]
    return "\n".join([f"import {', '.join(['threading', *modules])}", *makings])


def program(one, other):
    """Its code."""
    names = subjects(one, other)
    return two_threads(_beginning(names, one, other), one, other)


def shown(variables, *names):
    """What some variables hold, as text: all that a thread can change, and what is left in an iterator."""
    try:
        return ADDRESS.sub("", str([_shown(variables.get(name)) for name in names]))
    except Exception as error:
        return repr(error)


def _shown(value, depth=5):
    kind = type(value).__name__
    if not depth or kind in ("module", "getset_descriptor", "member_descriptor"):
        return kind
    if hasattr(value, "__next__"):
        return kind, [_shown(each, depth - 1) for each, _ in zip(value, range(9))]
    if hasattr(value, "items") and not isinstance(value, type):
        return kind, [(_shown(key, depth - 1), _shown(each, depth - 1)) for key, each in value.items()]
    if isinstance(value, (set, frozenset)):
        return kind, sorted(map(str, value))
    own = getattr(value, "__dict__", None)
    own = own and [(n, _shown(each, depth - 1)) for n, each in own.items() if n[:2] != "__" and n != "_abc_impl"]
    if isinstance(value, (list, tuple, deque)):
        return kind, own, [_shown(each, depth - 1) for each in value]
    return kind, own, value.__doc__ if own is not None or kind == "property" else None, repr(value)


@functools.cache
def _compiled(code, mode):
    return compile(code, "<program>", mode)


class Scene:
    """The subjects of some code, for it to be executed without threads."""

    def __init__(self, *texts):
        self._names = subjects(*texts)
        self._space = {"__name__": "__main__"}
        exec(_compiled(_beginning(self._names, *texts), "exec"), self._space)

    def result(self, line):
        try:
            with contextlib.redirect_stdout(io.StringIO()) as out:
                return eval(_compiled(line, "eval"), self._space), out.getvalue()
        except BaseException as error:
            return error

    def shown(self, **values):
        """All subjects, and some values, as text."""
        return shown({**self._space, **values}, *self._names, *values)


def fails(line):
    return isinstance(Scene(line).result(line), BaseException)


def changes(line):
    """Whether it changes a subject by itself."""
    scene = Scene(line)
    scene.result(line)
    return scene.shown() != Scene(line).shown()


def matters(one, other):
    """Whether it makes a difference which is first."""
    here, there = Scene(one, other), Scene(one, other)
    ones, others = here.result(one), here.result(other)
    others_first = there.result(other)
    return here.shown(a=ones, b=others) != there.shown(a=there.result(one), b=others_first)
