"""Compares what the lab finds of programs made at random with all orders of at most so many preemptions (0 for any
number).

Arguments, or what is read as a list: the first seed, how many programs, and how many preemptions. Writes a
line of JSON for each loss, {"seed", "code", "lost"}, and at the end one with the counts.
"""

import collections
import json
import sys

from comparing import ADDRESS, in_child

from _interleave_lab.explore import Bounds, Exploration
from _interleave_lab.program import Program


def outcomes(code, by_instruction, reduced, preemptions):
    bounds = Bounds(30_000, 5_000, 8.0, None if reduced else preemptions)
    end = Exploration(Program(code, by_instruction), bounds, reduced, lambda *_: None).run()
    # What was seen only while orders were counted was not found, and then that is why not all was.
    found, seen = set(), set()
    for each in end["outcomes"]:
        words = ADDRESS.sub("", each["output"]), ADDRESS.sub("", each.get("error", ""))
        (found if each["count"] else seen).add((each["kind"], *words, str(each.get("waiting"))))
    # Of very many outcomes not all are told.
    return found, seen, (end["complete"] or seen) and "more" not in end, end["schedules"]


def compare(code, by_instruction, preemptions):
    reduced, left_out, complete, few = outcomes(code, by_instruction, True, preemptions)
    if not complete:
        return {"incomplete": 1}, None
    every, _, _, many = outcomes(code, by_instruction, False, preemptions)
    count = {"compared": 1, "differing": int(len(every) > 1), "orders": few, "tried": many}
    lost = sorted(map(list, (every | left_out) - reduced))
    if lost:
        return count | {"lost": 1}, {"code": code[code.index("\ndef ") :], "lost": lost}
    return count, None


def compare_all(program, by_instruction):
    """Compares the programs that `program(seed)` makes, as the arguments say; `by_instruction(seed)` is how one
    is stepped."""
    first, many, preemptions = map(int, sys.argv[1:] or json.load(sys.stdin))
    fared = collections.Counter()
    for seed in range(first, first + many):
        compared = in_child(compare, program(seed), by_instruction(seed), preemptions or None)
        if compared is None:
            fared["died"] += 1
            print(json.dumps({"died": seed}), flush=True)
            continue
        count, loss = compared
        fared.update(count)
        if loss:
            print(json.dumps({"seed": seed} | loss), flush=True)
    print(json.dumps(fared))
