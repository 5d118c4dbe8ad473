"""Finds data races: two tasks look at the same thing, one of them changes it, and nothing that
they do for the purpose puts one before the other.

By happens-before, with vector clocks: Pozniansky and Schuster, "Efficient on-the-fly data race
detection in multithreaded C++ programs", PPoPP 2003. What puts one step before another are locks,
starts and joins of threads, events, conditions, queues and the like.
"""

from types import CellType

from .peek import values

#: More are not told.
_MOST = 50


class Races:
    """Watches executions, by way of a Trace, and keeps what it finds in all of them."""

    def __init__(self):
        #: What was found: {key: {"name", "kind", "accesses": [{"line", "writes"}, ...]}}.
        self.found = {}
        self.begin()

    def begin(self):
        self._clocks, self._handed = {}, {}
        self._last = {}
        self._task = None
        self._kept = []

    def task(self, task):
        """The next accesses are of this task."""
        self._task = task.number
        self._clocks.setdefault(self._task, {self._task: 1})

    def passes(self, thing):
        clock = self._clocks[self._task]
        self._kept.append(thing)
        _join(self._handed.setdefault(id(thing), {}), clock)
        clock[self._task] += 1

    def takes_up(self, thing):
        known = self._handed.get(id(thing))
        if known:
            _join(self._clocks[self._task], known)

    def access(self, access, frame):
        task, clock = self._task, self._clocks[self._task]
        writes = access.writes and not access.guessed
        self._kept.append(access.thing)
        parts = self._last.setdefault(id(access.thing), {})
        mine = (task, clock[task], frame, frame.f_lineno, access, writes)
        for part in list(parts) if access.part is None else (access.part, None):
            write, reads = parts.get(part, (None, {}))
            for other in ([write] if write else []) + (list(reads.values()) if writes else []):
                if other[0] != task and other[1] > clock.get(other[0], 0):
                    self._note(other, mine)
        write, reads = parts.get(access.part, (None, {}))
        if writes:
            parts[access.part] = (mine, {})
        else:
            reads[task] = mine
            parts[access.part] = (write, reads)

    def _note(self, one, other):
        _, _, frame, line, access, writes = one
        _, _, _, other_line, other_access, other_writes = other
        named = max(access, other_access, key=lambda each: len(each.name))
        name = named.name if named.kind == "variable" else _name_of(named.thing, frame) + named.name
        sides = sorted([(line, writes), (other_line, other_writes)])
        key = (named.kind, name, *sides)
        if key not in self.found and len(self.found) < _MOST:
            self.found[key] = {
                "name": name,
                "kind": named.kind,
                "accesses": [{"line": at, "writes": writes} for at, writes in sides],
            }


def _name_of(thing, frame):
    """What the program calls a thing, or else what that is."""
    for names in (frame.f_globals, values(frame)):
        for name, value in list(names.items()):
            if value is thing or isinstance(value, CellType) and _content(value) is thing:
                return name
    return thing.__name__ if isinstance(thing, type) else type(thing).__name__


def _content(cell):
    try:
        return cell.cell_contents
    except ValueError:  # It is empty.
        return None


def _join(clock, other):
    for task, count in other.items():
        if count > clock.get(task, 0):
            clock[task] = count
