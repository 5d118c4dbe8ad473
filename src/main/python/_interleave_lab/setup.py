"""Finds the statements of a program that no other task can notice.

A program makes its threads, starts them and joins them. Such statements are not stepped: whenever
the main thread is in one, it goes on at once, until it is through or has to wait. No order of the
other tasks' steps is lost by that, as these statements commute with all of them: they only touch
names that nothing but the program's top level, or the function that they stand in, ever names.
"""

import ast
from collections import namedtuple

from .naming import COUNTED, is_named, others_count
from .ownership import owned_names

_MAKERS = {"Thread", "Timer", "ThreadPoolExecutor", "range", "enumerate", "zip", "list", "reversed"}
_METHODS = {"start", "join", "append"}
_ARGUMENT_PARTS = (
    ast.Constant, ast.Name, ast.Tuple, ast.List, ast.JoinedStr, ast.FormattedValue, ast.BinOp,
    ast.UnaryOp, ast.operator, ast.unaryop, ast.expr_context, ast.Starred,
)
_DEFINITIONS = (
    ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom, ast.Global, ast.Nonlocal, ast.Pass,
)


def lines(tree):
    """The lines on which all statements are such."""
    functions = [each for each in ast.walk(tree) if isinstance(each, _FUNCTIONS)]
    found, other = set(), set()
    owned, stored, count = owned_names(tree), _stored_in(functions), others_count(tree)
    for body, inside in [(tree.body, _named_in(functions))] + [
        (f.body, _named_in(_functions_in(f)) | _named_outside(f))
        for f in functions
        if isinstance(f.body, list)
    ]:
        _sort(body, _Scope(inside, stored, owned, count), found, other)
    return frozenset(found - other)


#: Where statements stand: the names that other code uses, too; names outside of functions that functions
#: change; the names of ownership.py; and whether other threads make some, see naming.py.
_Scope = namedtuple("_Scope", "shared stored owned others_count")

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def _sort(body, scope, found, other):
    for statement in body:
        if isinstance(statement, ast.If) and _is_main_guard(statement.test):
            found.add(statement.lineno)
            _sort(statement.body, scope, found, other)
        else:
            kind = found if _commutes(statement, scope) else other
            kind.update(range(statement.lineno, statement.end_lineno + 1))


def _is_main_guard(test):
    return isinstance(test, ast.Compare) and isinstance(test.left, ast.Name) and test.left.id == "__name__"


def _commutes(statement, scope):
    if isinstance(statement, _DEFINITIONS):
        return True
    if isinstance(statement, ast.For):
        return (
            not statement.orelse
            and _is_own(statement.target, scope.shared)
            and _is_series(statement.iter, scope)
            and all(_commutes(each, scope) for each in statement.body)
        )
    if isinstance(statement, ast.Assign):
        return all(_is_own(t, scope.shared) for t in statement.targets) and _makes(
            statement.value, scope
        )
    if isinstance(statement, ast.Expr):
        return isinstance(statement.value, ast.Constant) or _is_harmless(
            statement.value, scope
        )
    return False


def _is_own(target, shared):
    """Whether names are assigned to that nobody else names."""
    if isinstance(target, (ast.Tuple, ast.List)):
        return all(_is_own(each, shared) for each in target.elts)
    return isinstance(target, ast.Name) and target.id not in shared


def _makes(node, scope):
    """Whether a value is a new thread, or several."""
    if isinstance(node, (ast.List, ast.Tuple)):
        return all(_makes(each, scope) for each in node.elts)
    if isinstance(node, (ast.ListComp, ast.GeneratorExp)):
        return _makes(node.elt, scope) and all(
            not each.ifs and _is_series(each.iter, scope) for each in node.generators
        )
    return isinstance(node, ast.Constant) or _is_harmless(node, scope)


def _is_series(node, scope):
    """Whether one may go over it unnoticed."""
    if isinstance(node, ast.Name):
        return node.id not in scope.shared
    if isinstance(node, (ast.List, ast.Tuple)):
        return all(_is_argument(each, scope.stored) for each in node.elts)
    return _is_harmless(node, scope)


def _is_harmless(node, scope):
    """Whether it is a call that makes, starts or joins a thread."""
    if not isinstance(node, ast.Call):
        return False
    function, name = node.func, None
    if isinstance(function, ast.Name):
        name = function.id
    elif isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
        if function.attr in _METHODS and function.value.id not in scope.owned - scope.shared:
            return False
        name = function.attr
    if name not in _MAKERS and not (name in _METHODS and isinstance(function, ast.Attribute)):
        return False
    if name in COUNTED and scope.others_count and not is_named(node):
        return False
    return all(_is_argument(each, scope.stored) for each in node.args) and all(
        each.arg == "target" and isinstance(each.value, (ast.Attribute, ast.Lambda))
        or _is_argument(each.value, scope.stored)
        for each in node.keywords
    )


def _is_argument(node, stored):
    """Whether its parts never change."""
    return all(
        isinstance(each, _ARGUMENT_PARTS) and not (isinstance(each, ast.Name) and each.id in stored)
        for each in ast.walk(node)
    )


def _functions_in(function):
    return [each for each in ast.walk(function) if isinstance(each, _FUNCTIONS) and each is not function]


def _named_in(functions):
    """Every name that functions use and do not have for themselves alone."""
    return {name for function in functions for name in _named_outside(function)}


def _named_outside(function):
    names = {each.id for each in ast.walk(function) if isinstance(each, ast.Name)}
    return names - _own_names(function)


def _own_names(function):
    arguments = function.args
    own = {each.arg for each in [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]}
    own |= {each.arg for each in (arguments.vararg, arguments.kwarg) if each}
    inner = _functions_in(function)
    given = set()
    for each in ast.walk(function):
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store):
            own.add(each.id)
        elif isinstance(each, (ast.Global, ast.Nonlocal)):
            given.update(each.names)
    return own - given - {name for f in inner for name in _free(f)}


def _free(function):
    """Names that an inner function takes from outside."""
    names = {each.id for each in ast.walk(function) if isinstance(each, ast.Name)}
    stored = {each.id for each in ast.walk(function) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)}
    given = {n for each in ast.walk(function) if isinstance(each, (ast.Global, ast.Nonlocal)) for n in each.names}
    return (names - stored) | given


def _stored_in(functions):
    """Names outside of them that functions change."""
    return {
        name
        for function in functions
        for each in ast.walk(function)
        if isinstance(each, (ast.Global, ast.Nonlocal))
        for name in each.names
    }
