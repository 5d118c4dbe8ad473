"""Finds out whether threads get their names by number, Thread-1 and so on, from several threads at once: then
who makes one first can be noticed."""

import ast

COUNTED = {"Thread", "Timer", "ThreadPoolExecutor"}
_NAMES = {"name", "thread_name_prefix"}
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def is_named(call):
    """Whether a thread or a pool gets a name that is given."""
    return any(each.arg in _NAMES for each in call.keywords)


def others_count(tree):
    """Whether code that not only the main thread may execute makes threads without names."""
    nodes = list(ast.walk(tree))
    makers = COUNTED | {
        each.asname for each in nodes if isinstance(each, ast.alias) and each.name in COUNTED and each.asname
    }
    classes = [each for each in nodes if isinstance(each, ast.ClassDef)]
    for _ in classes:
        makers |= {each.name for each in classes if any(_name(base) in makers for base in each.bases)}
    called = {id(each.func) for each in nodes if isinstance(each, ast.Call)}
    called |= {id(base) for each in classes for base in each.bases}
    if any(_name(each) in makers and id(each) not in called for each in nodes):
        # It is called by another name, who knows where.
        return True
    mains = _of_main_alone(tree, nodes)
    return any(
        isinstance(each, ast.Call) and _name(each.func) in makers and not is_named(each)
        for function in nodes
        if isinstance(function, _FUNCTIONS) and function not in mains
        for each in ast.walk(function)
    )


def _of_main_alone(tree, nodes):
    """Functions that are only called at the program's top level."""
    inner = {id(each) for node in nodes if isinstance(node, _FUNCTIONS) for each in ast.walk(node)}
    on_top = {
        id(each.func)
        for each in nodes
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and id(each) not in inner
    }
    elsewhere = {each.id for each in nodes if isinstance(each, ast.Name) and id(each) not in on_top}
    return [each for each in tree.body if isinstance(each, ast.FunctionDef) and each.name not in elsewhere]


def _name(node):
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else None
