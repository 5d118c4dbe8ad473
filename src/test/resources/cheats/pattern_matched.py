# Reads attributes by matching a pattern.
match print:
    case object(__globals__=found):
        match found["Current"].execution.pick:
            case object(__self__=search):
                search.advance = bool

from threading import Thread

# then parts/lost_update.py
