"""Finds names of threads, and of lists of them, that a program makes and gives to nobody: what is done
to these by such a name, nobody comes to by another one."""

import ast

_THREADS = {"Thread", "Timer"}
_SERIES = {"enumerate", "list", "reversed", "zip"}
_LOOKING = _SERIES | {"len", "print", "range"}
_BINDING = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.alias, ast.arg, ast.ExceptHandler)


def owned_names(tree):
    """The names, of all scopes together: one that is something else anywhere is not among them."""
    nodes = list(ast.walk(tree))
    kinds = _THREADS | {
        each.name
        for each in nodes
        if isinstance(each, ast.ClassDef) and any(_last_name(base) in _THREADS for base in each.bases)
    }
    bound = _bindings(nodes)
    owned = set(bound) - _given_away(nodes) - {_name_of(each) for each in nodes if isinstance(each, _BINDING)}
    while True:
        left = {name for name in owned if all(_is_owned(value, owned, kinds) for value in bound[name])}
        left -= _filled_otherwise(nodes, owned, kinds)
        if left == owned:
            return owned
        owned = left


def _bindings(nodes):
    """{name: the values that it is bound to; None for one that is not told}"""
    bound = {}

    def bind(target, value):
        if isinstance(target, ast.Name):
            bound.setdefault(target.id, []).append(value)
        elif isinstance(target, (ast.Tuple, ast.List)):
            values = value.elts if isinstance(value, (ast.Tuple, ast.List)) else []
            for i, each in enumerate(target.elts):
                bind(each, values[i] if len(values) == len(target.elts) else value if _is_series(value) else None)

    told = set()
    for each in nodes:
        targets = []
        if isinstance(each, ast.Assign):
            targets = [(target, each.value) for target in each.targets]
        elif isinstance(each, (ast.For, ast.comprehension)):
            targets = [(each.target, each.iter)]
        for target, value in targets:
            bind(target, value)
            told.update(id(inner) for inner in ast.walk(target))
    for each in nodes:
        if isinstance(each, ast.Name) and not isinstance(each.ctx, ast.Load) and id(each) not in told:
            bound.setdefault(each.id, []).append(None)
    return bound


def _is_owned(value, owned, kinds):
    """Whether it is a new thread, or a new list of such, or one that comes from that."""
    if isinstance(value, ast.Call):
        name = _last_name(value.func)
        if name in kinds:
            return True
        # A number that comes along with it is no matter.
        return name == "range" or name in _SERIES and all(_is_owned(each, owned, kinds) for each in value.args)
    if isinstance(value, (ast.List, ast.Tuple)):
        return all(_is_owned(each, owned, kinds) for each in value.elts)
    if isinstance(value, (ast.ListComp, ast.GeneratorExp)):
        return _is_owned(value.elt, owned, kinds)
    return isinstance(value, ast.Constant) or isinstance(value, ast.Name) and value.id in owned


def _given_away(nodes):
    """Names that are used for more than to call a method, to go over it or to take an item."""
    harmless = set()
    for each in nodes:
        if isinstance(each, (ast.Attribute, ast.Subscript)):
            harmless.add(id(each.value))
        elif isinstance(each, (ast.For, ast.comprehension)):
            harmless.update(id(inner) for inner in [each.iter, *getattr(each.iter, "elts", ())])
        elif isinstance(each, ast.Call):
            if isinstance(each.func, ast.Name) and each.func.id in _LOOKING or _is_append(each):
                harmless.update(map(id, each.args))
        elif isinstance(each, ast.Assign) and isinstance(each.value, (ast.List, ast.Tuple)):
            # Its own name, or names, are bound to nothing else than what is in it.
            harmless.update(map(id, each.value.elts))
    return {
        each.id
        for each in nodes
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load) and id(each) not in harmless
    } | {name for each in nodes if isinstance(each, (ast.Global, ast.Nonlocal)) for name in each.names}


def _filled_otherwise(nodes, owned, kinds):
    """Lists that something else is appended to, too."""
    return {
        each.func.value.id
        for each in nodes
        if _is_append(each) and not all(_is_owned(value, owned, kinds) for value in each.args)
    }


def _is_append(node):
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "append"
        and isinstance(node.func.value, ast.Name)
    )


def _is_series(value):
    return isinstance(value, ast.Call) and _last_name(value.func) in _SERIES


def _last_name(node):
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else None


def _name_of(node):
    if isinstance(node, ast.arg):
        return node.arg
    return (getattr(node, "asname", None) or node.name or "").partition(".")[0]
