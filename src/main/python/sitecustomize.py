"""Python imports this before any program in the sandbox, in child processes too.

It makes the program's output and its tasks known to the server. The template of the sandboxes
stays here and serves; each process that it forked for a program goes on from here, waits for the
program, and returns once that is in place; Python then runs it as it would run any file.
"""

import os


def _is_template():
    """The template is process 2, as the program will be; but only programs can write to /box."""
    return os.getpid() == 2 and bool(os.statvfs("/box").f_flag & os.ST_RDONLY)


forked = _is_template()
if forked:
    import _interleave_template

    _interleave_template.serve()

import _interleave_frames as frames

if frames.connect():
    import _interleave_streams
    import _interleave_tasks

    _interleave_streams.install()
    _interleave_tasks.install()
    if forked:
        import _interleave_boot

        _interleave_boot.wait_for_program()
