"""Tells threads that are alike: workers of one pool that have not begun. Whichever of them begins, what can
happen from then on is the same but for their names, so the orders in which one of them does are enough
(Ip and Dill, "Better Verification through Symmetry", 1996)."""

from .assumptions import uses_libraries

#: What a program needs to find out which thread it is in, or to do so without a name in its code.
_TELLING = {
    "current_thread", "currentThread", "get_ident", "get_native_id", "ident", "native_id", "name", "getName",
    "local", "enumerate", "excepthook", "getattr", "attrgetter", "vars", "globals", "exec", "eval", "compile", "__dict__",
    "__import__", "import_module", "modules", "print_exc", "settrace", "setprofile",
    # Random values that are held fixed are others in each thread, see randomness.py.
    "random",
}  # fmt: skip


class Symmetry:
    """That of one program, given by the pieces of its code."""

    def __init__(self, codes):
        #: Whether nobody can see which worker did something.
        self._holds = not uses_libraries(codes) and _TELLING.isdisjoint(
            name for code in codes for name in code.co_names
        )

    def alike(self, execution):
        """{number of a task: its kind} of the tasks that are alike; those of one kind are."""
        if not self._holds or execution.pools is None:
            return {}
        workers = ((worker._task, pool) for worker, pool in execution.pools.workers)
        return {task.number: id(pool) for task, pool in workers if task.fresh and task.carrier is None}

    def is_broken_by(self, outcome, execution):
        """Whether an outcome tells which worker it was, for the first time: then no two are alike."""
        if not self._holds or execution.pools is None:
            return False
        words = str(outcome.errors) + str(outcome.waiting)
        self._holds = not any(worker.name in words for worker, _ in execution.pools.workers)
        return not self._holds
