"""What the main task does, from the first step of a program to its end, in CPython's order.

Once the program's code has ended, by an error or not (pymain_run_python(), then Py_FinalizeEx()):
what threading calls at its end, so that pools are shut down; then all threads but daemons end; then
what atexit calls; then daemons are cut off; and at last what is left is deleted.
"""

from . import exits, leavings, remaining, uncaught
from .current import Current, passes, touches
from .stepping import stepped
from .tasks import GivenUp


class Plan:
    """What there is to be done for a program, as far as that can be told by its code."""

    def __init__(self, codes):
        names = {name for code in codes for name in code.co_names}
        #: Whether a thread may ask whether the main thread has ended.
        self.main_is_looked_at = "is_alive" in names and not names.isdisjoint(_GIVE_MAIN)
        self.leaves_objects = leavings.are_possible(codes)


#: What gives the main thread to the program.
_GIVE_MAIN = {"main_thread", "current_thread", "currentThread", "enumerate"}


def lead(code, variables, plan):
    """Executes a program's code with its global variables, and ends it."""
    execution = Current.execution
    execution.exit = _run(code, variables)
    if _shut_down(execution, plan.main_is_looked_at):
        remaining.wait_for_all(execution)
    exits.call_all()
    remaining.cut_off(execution)
    if plan.leaves_objects and remaining.have_ended(execution):
        # What was cut off still holds the program's global variables, and so they stay.
        leavings.delete_all(variables)


def _run(code, variables):
    """The exit code."""
    try:
        stepped(exec, code, variables)
    except GivenUp:
        raise
    except SystemExit as leave:
        return uncaught.exit_code(leave)
    except BaseException as error:
        return uncaught.in_main(error)
    return 0


def _shut_down(execution, is_looked_at):
    """The first half of threading._shutdown(): false when that fails, and so waits for nobody."""
    main = execution.running
    main.frame = None
    if execution.hooks or is_looked_at:
        remaining.go_first(execution)
    touches(execution.hooks, False)
    execution.shutting_down = True
    try:
        for hook in reversed(execution.hooks):
            stepped(hook)
    except GivenUp:
        raise
    except BaseException as error:
        uncaught.not_to_be_raised(error, None, Current.threading)
        return False
    main.left = execution.changed = True
    touches(execution.tasks, True, main.number)
    passes(main)
    return True
