"""Counts the orders that one execution stands for: all that keep each step behind those that are
before it in every order in which the same happens.

These are the linear extensions of a partial order that is given as chains, one for each task. They
are counted by dynamic programming over how far each chain has come: Atkinson and Chang, "Linear
Extensions of Partial Orders of Bounded Width", Congressus Numerantium 52, 1986.
"""

#: More states than these are not gone over, for one execution and for all together.
_MOST = 20_000
_MOST_IN_ALL = 1_000_000


class Orders:
    """Adds up what the executions of a search stand for."""

    def __init__(self):
        #: The sum over those that were counted, and whether these are all.
        self.count, self.complete = 0, True
        self._left = _MOST_IN_ALL

    def add(self, steps):
        """One more execution: its steps as triples of a task's number, the step's vector clock and
        whether it is taken at once where it can be."""
        chains = {}
        for task, clock, at_once in steps:
            chains.setdefault(task, []).append((clock, at_once))
        tasks = sorted(chains)
        states = 1
        for task in tasks:
            states *= len(chains[task]) + 1
        if states > _MOST or states > self._left:
            self.count += 1
            self.complete = False
            return
        self._left -= states
        self.count += _extensions([chains[task] for task in tasks], tasks)


def _extensions(chains, tasks):
    places = range(len(chains))
    #: For each step: which chains have to have come how far before it.
    needs = [
        [([(i, clock[tasks[i]]) for i in places if i != at and tasks[i] in clock], at_once) for clock, at_once in chain]
        for at, chain in enumerate(chains)
    ]
    ways = {(0,) * len(chains): 1}
    for _ in range(sum(map(len, chains))):
        after = {}
        for state, count in ways.items():
            ready = []
            for at in places:
                if state[at] < len(chains[at]):
                    before, at_once = needs[at][state[at]]
                    if all(state[i] >= many for i, many in before):
                        if at_once:
                            ready = [at]
                            break
                        ready.append(at)
            for at in ready:
                state_after = (*state[:at], state[at] + 1, *state[at + 1 :])
                after[state_after] = after.get(state_after, 0) + count
        ways = after
    return sum(ways.values())
