"""What a task waits for, in words, and who waits for whom."""

from .tasks import DONE, WAITING


def waits_words(task, names):
    """Such as: waits for lock_b, which Thread-1 holds. `names` tells what a thing is called."""
    thing = task.waits_for
    kind = thing.kind
    if kind == "sleep":
        return f"asleep for {thing.seconds:g} s"
    if kind == "end":
        return "waits for the other threads to end"
    if kind == "thread":
        return f"waits for {thing.name} to end"
    if kind == "condition":
        unheard = thing.on.unheard
        words = f"waits on {names.of(thing.on, 'a condition')}"
        if unheard and unheard[1]:
            words += f"; it was notified in line {unheard[1]}, when nobody waited"
        return words
    if kind == "queue":
        queue = getattr(thing, "on", thing)
        if queue is not thing:
            return f"waits until all items of {names.of(queue, 'a queue')} are done"
        empty = not queue._items
        return f"waits for {names.of(queue, 'a queue')}, which is {'empty' if empty else 'full'}"
    if kind == "barrier":
        return f"waits at {names.of(thing, 'a barrier')} for {thing.parties - thing._round.here} more"
    if kind == "pool":
        return f"waits for work from {names.of(thing, 'its pool')}"
    named = names.of(getattr(thing, "on", thing), _ARTICLES.get(kind, "something"))
    words = f"waits for {named}"
    holder = getattr(thing, "_holder", None)
    if holder is task:
        return f"{words}, which it holds itself"
    return f"{words}, which {holder.name} holds" if holder else words


_ARTICLES = {
    "lock": "a lock", "semaphore": "a semaphore", "event": "an event", "result": "a result",
}


def blocker(task):
    """The task that one waits for, where it is one certain task; or None."""
    if task.state != WAITING or task.waits_for is None:
        return None
    thing = task.waits_for
    if thing.kind == "thread":
        return thing._task
    return getattr(thing, "_holder", None)


def cycle_of(tasks):
    """Tasks of which each waits for the next, and the last for the first; empty when there are none."""
    for first in tasks:
        seen = []
        task = first
        while task is not None and task.state != DONE and task not in seen:
            seen.append(task)
            task = blocker(task)
        if task in seen:
            return seen[seen.index(task) :]
    return []


class Names:
    """What things are called: by the program's global variables, and what those hold."""

    def __init__(self, variables):
        self._names = {}
        for name, value in list(variables.items()):
            if not name.startswith("__"):
                self._note(name, value)

    def of(self, thing, otherwise):
        return self._names.get(id(thing), otherwise)

    def _note(self, name, value, deep=True):
        if hasattr(type(value), "kind"):
            self._names.setdefault(id(value), name)
        elif deep and isinstance(value, (list, tuple)):
            for i, each in enumerate(value[:50]):
                self._note(f"{name}[{i}]", each, False)
        elif deep and isinstance(value, dict):
            for key, each in list(value.items())[:50]:
                self._note(f"{name}[{key!r}]", each, False)
        elif deep and not isinstance(value, type):
            try:
                inside = list(vars(value).items())[:50]
            except TypeError:
                return
            for key, each in inside:
                self._note(f"{name}.{key}", each, False)
