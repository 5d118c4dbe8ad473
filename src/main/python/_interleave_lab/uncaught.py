"""What is done with exceptions that nobody catches: models of sys.excepthook, of threading.excepthook,
and of sys.unraisablehook.

The usual hooks note the exception as an error of the task. A program may set its own.
"""

import sys
from collections import namedtuple
from threading import ExceptHookArgs

from .current import Current, running, touches
from .stepping import stepped
from .tasks import GivenUp
from .words import PROGRAM

Unraisable = namedtuple("UnraisableHookArgs", "exc_type exc_value exc_traceback err_msg object")

#: The exit code of a program that an interrupt has ended, as shells have it: 128 and SIGINT.
_INTERRUPTED = 130


def usual_hook(kind, error, trace):
    _fails(error)


def usual_thread_hook(args):
    if args.exc_type is SystemExit:
        return
    task = getattr(args.thread, "_task", None) or running()
    Current.execution.failed(task, args.exc_type() if args.exc_value is None else args.exc_value)


def usual_unraisable_hook(args):
    if args.exc_type is not GivenUp and Current.execution is not None:
        at_exit = "atexit" in (args.err_msg or "")
        error = args.exc_type() if args.exc_value is None else args.exc_value
        _fails(error, "atexit callback" if at_exit else "exception ignored")


def put_usual_hooks():
    """Sets those of sys, as at a program's start. Those of threading are put by modules.py."""
    sys.excepthook = sys.__excepthook__ = usual_hook
    sys.unraisablehook = sys.__unraisablehook__ = usual_unraisable_hook


def in_main(error):
    """The main task's code has ended by an exception: what the exit code is."""
    try:
        stepped(sys.excepthook, type(error), error, _trace(error))
    except GivenUp:
        raise
    except SystemExit as leave:
        return exit_code(leave)
    except BaseException as another:
        _fails(another, "sys.excepthook")
        _fails(error)
    return _INTERRUPTED if type(error) is KeyboardInterrupt else 1


def in_thread(thread, error):
    """The running task, which is that of a thread, has ended by an exception."""
    touches(Current.threading, False, "excepthook")
    hook = getattr(Current.threading, "excepthook", usual_thread_hook)
    try:
        stepped(hook, ExceptHookArgs([type(error), error, _trace(error), thread]))
    except GivenUp:
        raise
    except Exception as another:
        _hook_fails(another)
    except SystemExit:
        pass
    except BaseException as another:
        not_to_be_raised(another, None, thread._bootstrap)


def _hook_fails(error):
    """threading.excepthook fails: that goes to sys.excepthook."""
    if sys.excepthook is usual_hook:
        _fails(error, "threading.excepthook")
        return
    print("Exception in threading.excepthook:", file=sys.stderr)
    try:
        stepped(sys.excepthook, type(error), error, _trace(error))
    except GivenUp:
        raise
    except BaseException as another:
        _fails(another, "sys.excepthook")


def not_to_be_raised(error, message, thing):
    """An exception comes where there is nobody to raise it to."""
    try:
        stepped(sys.unraisablehook, Unraisable(type(error), error, _trace(error), message, thing))
    except GivenUp:
        raise
    except BaseException as another:
        _fails(another, "sys.unraisablehook")


def exit_code(leave):
    """That of a program which SystemExit has ended; what is no number is written."""
    code = leave.code
    if code is None:
        return 0
    if isinstance(code, int):
        # It is a number of the machine's, of which eight bits are left.
        return (code if -(1 << 63) <= code < 1 << 63 else -1) & 0xFF
    try:
        text = str(code)
    except Exception:
        text = ""
    print(text, file=sys.stderr)
    return 1


def _fails(error, where=""):
    Current.execution.failed(running(), error, where)


def _trace(error):
    """Its traceback, from the first frame on that is the program's."""
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_code.co_filename != PROGRAM:
        trace = trace.tb_next
    return trace or error.__traceback__
