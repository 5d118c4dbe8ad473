"""Tasks that look again and again whether something has changed: in a loop, or asleep in between.

Each round of theirs in which nothing has happened is like the one before, so there would be orders
without end. Such a task idles: it does not go on until somebody else has.
"""

from .peek import values

#: It goes round a loop that only looks at what others may change.
LOOKING = "looking"

#: It has slept at this place before, and nobody else has run since.
ASLEEP = "asleep"


def goes_round(task, frame, offset, time):
    """Whether a task comes by a place as it did the last time: with the same local values, and at
    the same `time`, a number of what has happened."""
    before, task.round = task.round, (frame, offset, time, dict(values(frame)))
    try:
        return before == task.round
    except Exception:
        return False


def without_idlers(tasks, enabled):
    """Who may go on of those that could; nobody when all of them only look for a change."""
    eager, asleep = [], []
    for number in enabled:
        lazy = tasks[number].lazy
        if not lazy:
            eager.append(number)
        elif lazy is ASLEEP:
            asleep.append(number)
    return eager or asleep
