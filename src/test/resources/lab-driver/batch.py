"""Explores several programs in one sandbox, each with reduction and without, and replays what it finds.

Reads a list of {"name", "granularity", "code"}; writes a line of JSON for each: {"name", "all",
"reduced", "replays"}. Each answer is asked of the engine as the server asks for it, in a process of
its own.
"""

import json
import os
import sys

from _interleave_lab import main
from _interleave_lab.schedule import read

SECONDS = 60.0
#: The answers are not authenticated here.
KEY = "0" * 32
#: What is told of each record, beside its steps where there was a choice.
KEYS = ("end", "schedule", "cut")


def asked(code, entry, *arguments, **bounds):
    """The record of an execution, or `end` of an exploration, or why it is refused."""
    source, answer = os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(source[0], 0)
        os.dup2(answer[1], 1)
        for each in (*source, *answer):
            os.close(each)
        sys.stdin = open(0)
        entry(*arguments, **bounds)
        os._exit(1)
    os.close(source[0])
    os.close(answer[1])
    with open(source[1], "w") as file:
        file.write(f"{KEY}\n{code}")
    with open(answer[0]) as file:
        lines = [json.loads(line.partition(" ")[2]) for line in file]
    os.waitpid(child, 0)
    told = {line["event"]: line["data"] for line in lines}
    return told.get("record") or told.get("end") or told


for program in json.load(sys.stdin):
    code, granularity = program["code"], program["granularity"]
    ends = {
        key: asked(code, main.explore, granularity, reduction=reduction, schedules=100_000, seconds=SECONDS)
        for key, reduction in (("all", False), ("reduced", True))
    }
    replays = []
    for end in ends.values():
        for outcome in end.get("outcomes", ()):
            record = asked(code, main.record, granularity, outcome["schedule"])
            choices = [step for step in record["steps"] if "from" in step]
            replay = {"outcome": outcome, "choices": choices, "decisions": read(record["schedule"])}
            replays.append(replay | {key: record.get(key) for key in KEYS})
    print(json.dumps({"name": program["name"], **ends, "replays": replays}), flush=True)
