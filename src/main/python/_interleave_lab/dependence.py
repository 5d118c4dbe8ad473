"""Which steps of an execution have to stay in their order.

Steps are compared by vector clocks (Mattern, "Virtual Time and Global States of Distributed
Systems", 1988): a step knows how many steps of each other task are before it in every order that
does not change what happens.
"""

from .access import ALL


class Step:
    """A step of a task: its own number among the task's, the decision for it, None when there was nothing to
    decide, and its place among all."""

    __slots__ = ("task", "clock", "index", "node", "at")

    def __init__(self, task, clock, node, at):
        self.task, self.clock, self.node, self.at = task, clock, node, at
        self.index = clock[task]

    def is_before(self, other):
        """Whether it is before another one, or is that one."""
        return other.clock.get(self.task, 0) >= self.index


def initials(earlier, later, steps):
    """The tasks that could go first if a later step came before an earlier one: with any of them the steps
    can begin that are between the two and not after the earlier one. None if there are steps that the later one
    comes after, and that themselves come after the earlier one."""
    first, seen = set(), {}
    for step in [*steps[earlier.at + 1 :], later]:
        if step is not later and earlier.is_before(step):
            if step.is_before(later):
                return None
        elif step.task not in seen:
            if all(step.clock.get(task, 0) < index for task, index in seen.items()):
                first.add(step.task)
            seen[step.task] = step.index
    return first


def conflict(one, other, known=float("inf")):
    """Whether two steps touch the same, and one of them changes it.

    They may be of two executions that are alike only as far as `known` things were touched: any
    other thing of the one may be any other thing of the other.
    """
    if ALL in one or ALL in other:
        return True
    for thing, parts in one.items():
        if thing < known:
            if _meet(parts, other.get(thing, {})):
                return True
        elif any(_meet(parts, others, True) for its, others in other.items() if its >= known):
            return True
    return False


def _meet(parts, others, any_part=False):
    return any(
        (writes or it_writes) and (any_part or part == its or part is None or its is None)
        for part, writes in parts.items()
        for its, it_writes in others.items()
    )


def join(clock, other):
    """Makes a clock know what another one knows."""
    for task, count in other.items():
        if count > clock.get(task, 0):
            clock[task] = count
