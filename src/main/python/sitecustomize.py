"""Python imports this before any program in the sandbox, in child processes too.

It makes the program's output and its tasks known to the server. The first process (it is always
number 2, after bubblewrap's own) then waits here for the program and returns once it is in
place; Python goes on and runs it as it would run any file.
"""

import os

import _interleave_frames as frames

if frames.connect():
    import _interleave_streams
    import _interleave_tasks

    _interleave_streams.install()
    _interleave_tasks.install()
    if os.getpid() == 2:
        import _interleave_boot

        _interleave_boot.wait_for_program()
