"""Explores several programs in one sandbox, each with reduction and without, and replays what it finds.

Reads a list of {"name", "granularity", "code", "all", "times"}; writes a line of JSON for each: {"name",
"all", "reduced", "replays", "real"}, without "all" where it is not asked for. Each answer is asked of the
engine as the server asks for it, in a process of its own. Real ends are those of the program when Python
itself executes it, so many times: each as an outcome of the lab, but nobody knows in which thread what a
pool calls has failed.
"""

import json
import os
import re
import subprocess
import sys

from _interleave_lab import main
from _interleave_lab.schedule import read

SECONDS = 60.0
#: The answers are not authenticated here.
KEY = "0" * 32
#: What is told of each record, beside its steps in which something was decided.
KEYS = ("end", "schedule", "cut", "drew")


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


#: What Python writes before the traceback of an exception that nobody catches, and the lab's words.
HEADS = [
    (re.compile(pattern), words)
    for pattern, words in [
        (r"Exception in thread (.*):$", r"\1: "),
        (r"Exception ignored in atexit callback", "main: atexit callback: "),
        (r"Exception ignored (?:in|while)", "main: exception ignored: "),
        (r"exception calling callback for", "callback of a future: "),
        (r"Exception in initializer:$", "initializer of a pool: "),
        (r"Exception in worker$", "worker of a pool: "),
        (r"Error in sys.excepthook:$", "main: sys.excepthook: "),
        (r"\nOriginal exception was:$", "main: "),
        (r"(?=Traceback)", "main: "),
    ]
]
TRACE = re.compile(r"(?:Traceback \(most recent call last\):\n(?:  .*\n)*)?(.*)\n")


def really_ended(name):
    """How a program ends that Python executes from a file."""
    ended = subprocess.run(
        [sys.executable, "-I", "-S", "-u", name],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    output, errors, rest = "", [], ended.stdout
    while rest:
        # A heading may begin with an empty line.
        line = rest[: rest.find("\n", 1)] if "\n" in rest[1:] else rest.rstrip("\n")
        found = next(((head, words) for head, words in HEADS if head.match(line)), None)
        if found is None:
            output, rest = output + rest[: len(line) + 1], rest[len(line) + 1 :]
            continue
        head, words = found
        trace = TRACE.match(rest, 0 if line.startswith("Traceback") else len(line) + 1)
        errors.append(head.match(line).expand(words) + trace.group(1))
        rest = rest[trace.end() :]
    code = ended.returncode if ended.returncode >= 0 else 128 - ended.returncode
    end = {"kind": "error" if errors or code else "finished", "output": output}
    return end | ({"error": "; ".join(errors)} if errors else {}) | ({"exit": code} if code else {})


for program in json.load(sys.stdin):
    code, granularity = program["code"], program["granularity"]
    ends = {
        key: asked(code, main.explore, granularity, reduction=reduction, schedules=100_000, seconds=SECONDS)
        for key, reduction in (("all", False), ("reduced", True))
        if reduction or program["all"]
    }
    replays = []
    for end in ends.values():
        for outcome in end.get("outcomes", ()):
            record = asked(code, main.record, granularity, outcome["schedule"])
            choices = [step for step in record["steps"] if "from" in step or "drew" in step]
            replay = {"outcome": outcome, "choices": choices, "decisions": [str(each) for each in read(record["schedule"])]}
            replays.append(replay | {key: record.get(key) for key in KEYS})
    real = []
    if program["times"]:
        with open("program.py", "w") as file:
            file.write(code)
        real = [really_ended("program.py") for _ in range(program["times"])]
    print(json.dumps({"name": program["name"], **ends, "replays": replays, "real": real}), flush=True)
