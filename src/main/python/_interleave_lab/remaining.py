"""The tasks that remain when the main one comes to the end of the program."""

from .tasks import DONE, END, MAIN


def wait_for_all(execution):
    """The main task waits until all but daemons have ended, and is at no place until then."""
    main = execution.running
    main.frame = None
    main.in_setup, execution.changed = True, True
    execution.wait(END, lambda: have_ended(execution) or _only_daemons_have_not(execution.tasks))
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
    # Loops, no comprehensions: up to Python 3.11 those are calls, and each is announced.
    for task in execution.tasks:
        if task.daemon or task.number >= execution.waited_for:
            execution.cuts_off()
            return


def have_ended(execution):
    """Whether the main task is the last one."""
    return execution.alive == 1


def _only_daemons_have_not(tasks):
    for task in tasks:
        if task.state != DONE and not task.daemon and task.number != MAIN:
            return False
    return True
