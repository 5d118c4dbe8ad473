"""Explores a program with the engine of some checkout, bounded as for a learner.

Arguments: the folder of that engine's package, and line or bytecode. Reads the program; writes what the
engine says at the end, and how long it took, in seconds, as a line of JSON.
"""

import json
import os
import sys
import time

folder, granularity = sys.argv[1:]
sys.path.insert(0, folder)

from _interleave_lab.explore import Bounds, Exploration
from _interleave_lab.program import Program

# The engine puts its own streams in the place of Python's.
output, source = sys.stdout, sys.stdin.read()


def nobody(kind, data):
    """Is told of progress."""


begun = time.monotonic()
end = Exploration(Program(source, granularity == "bytecode"), Bounds(), True, nobody).run()
end["seconds"] = time.monotonic() - begun
print(json.dumps(end), file=output, flush=True)
# At once: what is left of the program is not to take part in the end.
os._exit(0)
