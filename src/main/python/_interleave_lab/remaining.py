"""The tasks that remain when the main one comes to the end of the program."""

from .tasks import DONE, END, MAIN


def wait_for_all(execution):
    """The main task waits until all but daemons have ended, and is at no place until then."""
    main = execution.running
    main.frame = None
    main.in_setup, execution.changed = True, True
    execution.wait(END, lambda: _all_but_daemons_have_ended(execution.tasks))
    execution.waited_for = len(execution.tasks)


def go_first(execution):
    """The main task comes to what others may notice, so there is a choice where there are any."""
    main = execution.running
    if not have_ended(execution):
        main.in_setup, execution.changed = False, True
        execution.turn(main, None, None)


def cut_off(execution):
    """The main task ends the program. How far others come before that can be noticed: those are
    daemons, and what was started too late to be waited for."""
    go_first(execution)
    if any(t.daemon or t.number >= execution.waited_for for t in execution.tasks):
        execution.cuts_off()


def have_ended(execution):
    """Whether the main task is the last one."""
    return all(t.state == DONE or t.number == MAIN for t in execution.tasks)


def _all_but_daemons_have_ended(tasks):
    return all(t.state == DONE or t.daemon or t.number == MAIN for t in tasks)
