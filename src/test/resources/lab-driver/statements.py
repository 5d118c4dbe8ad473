"""What Python has for statements that keep values on the stack while others are executed."""

import contextlib
import threading


def loops():
    total = 0
    for each in [1, 2, 3]:
        total += each
    for each in (1, 2):
        for other in "ab":
            if other == "b":
                break
            total += 1
    for each in range(3):
        continue
    else:
        total -= 1
    for key, value in {"a": 1, "b": 2}.items():
        total += value
    while total > 10:
        total -= 5
    return total


def growing():
    items = [1]
    for each in items:
        if len(items) < 4:
            items.append(each + 1)
    return items


def comprehensions():
    n = 2
    pairs = [(x, y) for x in [1, 2] for y in (3, 4) if x != n]
    names = {name: len(name) for name in ("a", "bc")}
    return pairs, names, {x for x in "aab"}, sum(x * n for x in [1, 2]), list(x for x in names)


def numbers(n):
    try:
        for i in range(n):
            yield i
    finally:
        n = 0


def delegating():
    got = yield from numbers(2)
    yield from ["a", "b"]
    return got


def generators():
    kept = [*numbers(3), *delegating()]
    one = delegating()
    next(one)
    try:
        one.throw(KeyError("thrown"))
    except KeyError as error:
        kept.append(str(error))
    for each in numbers(5):
        if each == 2:
            break
    return kept


def errors():
    seen = []
    for kind in (ValueError, KeyError, ZeroDivisionError):
        try:
            try:
                seen.append(1 + len([kind("a")]))
                raise kind("b")
            except ValueError as error:
                seen.append(error)
            except KeyError:
                raise RuntimeError("c") from None
            finally:
                seen.append("d")
        except (RuntimeError, ZeroDivisionError) as error:
            seen.append(error)
    for each in [1, 2]:
        with contextlib.suppress(IndexError):
            [].pop()
    try:
        return [1 // each for each in [1, 0]]
    except ZeroDivisionError:
        return seen


class Managed:
    def __init__(self, swallows=True):
        self.swallows = swallows

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return self.swallows


def managed():
    with Managed() as one, Managed(False) as other:
        raise ValueError("e")
    for each in [1, 2]:
        with Managed():
            if each == 1:
                continue
            return one, other, each


def matched():
    found = []
    for value in (1, "a", [1, 2, 3], {"a": 1, "b": 2}, None):
        match value:
            case 1:
                found.append("one")
            case [first, *rest]:
                found.append((first, rest))
            case {"a": first, **rest}:
                found.append((first, rest))
            case str() | None:
                found.append(value)
    return found


class Base:
    def named(self, a, *rest, b=1, **more):
        return a, rest, b, more


class Derived(Base):
    def named(self, a, *rest, b=1, **more):
        return super().named(a, *rest, b=b, **more)


def calls():
    one = Derived()
    one.count = 1
    one.count += len("abc")
    one.items = [1, 2, 3]
    one.items[0] += 1
    one.items[1:2] = [4, 5]
    del one.items[0]
    first, *rest = one.items[::2]
    chosen = first if rest and first < 9 <= 9 else None
    text = f"{one.count!r:>4} {chosen} {first}"
    arguments, more = [1, 2], {"b": 3, "c": 4}
    added = lambda x, y=2: x + y
    return one.named(1, *arguments, **more), text, added(1), added(1, y=3), {**more, "d": [*rest]}


async def waited(n):
    return n


async def counted(n):
    for i in range(n):
        yield await waited(i)


async def asynchronous():
    kept = [await waited(1)]
    async for each in counted(3):
        kept.append(each + 1)
    return kept + [each async for each in counted(2)]


def work():
    for each in (loops, growing, comprehensions, generators, errors, managed, matched, calls):
        each()
    try:
        asynchronous().send(None)
    except StopIteration as end:
        return end.value


thread = threading.Thread(target=work)
thread.start()
thread.join()
