"""What the main task does, from the first step of a program to its end, in CPython's order.

Once the program's code has ended, by an error or not (pymain_run_python(), then Py_FinalizeEx()):
what threading calls at its end, so that pools are shut down; then all threads but daemons end; then
what atexit calls; and at last daemons are cut off.
"""

from . import exits, uncaught
from .current import Current, passes, touches
from .stepping import stepped
from .tasks import GivenUp


def lead(program, is_looked_at):
    """Executes a function that is the program, and ends it.

    `is_looked_at` says whether a thread may ask whether the main thread has ended.
    """
    execution = Current.execution
    execution.exit = _run(program)
    if _shut_down(execution, is_looked_at):
        execution.wait_for_others()
    exits.call_all()
    execution.cut_daemons_off()


def _run(program):
    """The exit code."""
    try:
        stepped(program)
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
        execution.before_others()
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
    if main.thread is not None:
        touches(main.thread, True, "end")
    passes(main)
    return True
