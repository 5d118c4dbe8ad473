"""Python imports this before any program in the sandbox, in child processes too.

It makes the program's output and its tasks known to the server. The template of the sandboxes
stays here and serves; each process that it forked for a program goes on from here, waits for the
program, and returns once that is in place; Python then runs it as it would run any file.
"""

import os

#: No process of a program is process 1; the template is, in the namespace of its own.
forked = os.getpid() == 1
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
