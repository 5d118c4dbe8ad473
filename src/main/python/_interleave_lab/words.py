"""What is said of a program, in words."""

#: The name under which the program is compiled.
PROGRAM = "program.py"

_MOST = 300


def error_words(error):
    """An exception as the last line of its traceback, with the line of the program."""
    kind = type(error).__name__
    try:
        text = str(error)
    except Exception:
        text = ""
    words = f"{kind}: {text}" if text else kind
    line = line_of(error)
    words = f"{words} (line {line})" if line else words
    return words if len(words) <= _MOST else words[: _MOST - 1] + "…"


def line_of(error):
    """The innermost line of the program in an exception's traceback, or None."""
    line = None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == PROGRAM:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def value_words(value, most=60):
    """A value as repr() has it, cut to so many letters; what cannot be shown is its type."""
    try:
        words = repr(value)
    except Exception:
        words = f"<{type(value).__name__}>"
    return words if len(words) <= most else words[: most - 1] + "…"
