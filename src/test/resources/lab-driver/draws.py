"""Explores programs of one line in one sandbox, twice each, and tells what they print.

Reads a list of expressions; writes for each a line of JSON: {"call", "printed", "assumptions",
"complete", "schedules", "again"}, `again` being what is printed the second time.
"""

import json
import os
import sys

from _interleave_lab.explore import Bounds, Exploration
from _interleave_lab.program import Program


def explored(call):
    """What an exploration ends with; in a process of its own, as each is on the server."""
    here, there = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(here)
        program = Program(f"import random\nprint({call})\n", False)
        end = Exploration(program, Bounds(seconds=60.0), True, lambda *_: None).run()
        os.write(there, json.dumps(end).encode())
        os._exit(0)
    os.close(there)
    with os.fdopen(here) as file:
        end = json.load(file)
    os.waitpid(child, 0)
    return end


def printed(end):
    return sorted(each["output"].strip() for each in end["outcomes"])


for call in json.load(sys.stdin):
    end = explored(call)
    told = {key: end[key] for key in ("assumptions", "complete", "schedules")}
    print(json.dumps({"call": call, "printed": printed(end), "again": printed(explored(call)), **told}), flush=True)
