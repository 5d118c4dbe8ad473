"""Finds in a program the calls whose value is seen by one operation alone, by where they stand.

Such as `random.random() < p`: of its value matters only whether it is less.
"""

import ast

_ORDERS = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


class CallUses:
    """Where they stand: those that a comparison sees, and those that say how long something sleeps."""

    def __init__(self, tree):
        nodes = list(ast.walk(tree))
        self._places = {}
        self.compared = {_place_of(call) for each in nodes for call in _compared_in(each)}
        own = any(isinstance(each, _FUNCTIONS) and each.name == "sleep" for each in nodes)
        self.slept = set() if own else {_place_of(call) for each in nodes for call in _slept_in(each)}

    def place(self, frame):
        """Where the call stands that a frame is in."""
        key = frame.f_code, frame.f_lasti
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = list(frame.f_code.co_positions())[frame.f_lasti // 2]
        return place


def _place_of(call):
    """As co_positions() has it."""
    return call.lineno, call.end_lineno, call.col_offset, call.end_col_offset


def _compared_in(node):
    """The sides of a comparison for order. Of a longer one, as in a < b < c, two operations see b."""
    if not isinstance(node, ast.Compare) or len(node.ops) > 1 or not isinstance(node.ops[0], _ORDERS):
        return []
    return [each for each in (node.left, *node.comparators) if isinstance(each, ast.Call)]


def _slept_in(node):
    """The calls of which the time is made that sleep() is given."""
    if not isinstance(node, ast.Call) or len(node.args) != 1 or node.keywords:
        return []
    if getattr(node.func, "attr", getattr(node.func, "id", None)) != "sleep":
        return []
    found, ahead = [], list(node.args)
    for each in ahead:
        if isinstance(each, ast.Call):
            found.append(each)
        elif isinstance(each, ast.BinOp):
            ahead += [each.left, each.right]
    return found
