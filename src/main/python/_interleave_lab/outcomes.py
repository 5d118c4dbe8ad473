"""What can come of a program."""

from .tasks import DONE, WAITING
from .waiting import Names, cycle_of, waits_words

_LONGEST = 2000


class Outcome:
    """How executions end, alike in all that one can see of them.

    `kind` is finished, error (an exception that nobody caught, or an exit code), deadlock (some
    tasks wait for ever) or stuck (it did not end within the steps it may take).
    """

    def __init__(self, execution, waiting=(), cycle=()):
        self.output = _cut("".join(text for _, text in execution.output))
        self.errors = [[t.name, each] for t in execution.tasks for each in t.errors]
        self.exit = execution.exit
        #: Who waits, and for what; and, among them, who waits for whom in a ring.
        self.waiting, self.cycle = list(waiting), list(cycle)
        self.kind = execution.kind
        if self.kind == "finished" and (self.errors or self.exit):
            self.kind = "error"

    @property
    def key(self):
        """The same for outcomes that are alike."""
        return (self.kind, self.output, self.exit, str(self.errors), str(self.waiting))

    def as_json(self):
        found = {"kind": self.kind, "output": self.output}
        if self.errors:
            found["error"] = "; ".join(f"{name}: {error}" for name, error in self.errors)
        if self.exit:
            found["exit"] = self.exit
        if self.waiting:
            found["waiting"] = self.waiting
        if self.cycle:
            found["cycle"] = self.cycle
        return found


def _cut(text):
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def who_waits(execution, variables):
    """Who waits for what at the end of an execution: pairs of a task's name and words."""
    names = Names(variables)
    found = []
    for task in execution.tasks:
        if task.state == WAITING:
            found.append([task.name, waits_words(task, names)])
        elif task.state != DONE and execution.kind == "stuck":
            found.append([task.name, "goes on and on"])
    return found, [task.name for task in cycle_of(execution.tasks)]
