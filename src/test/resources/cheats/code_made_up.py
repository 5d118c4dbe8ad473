# Executes a text.
exec("""
try:
    print.__globals__["Current"].execution.pick.__self__.advance = bool
except AttributeError:
    pass
""")

from threading import Thread

# then parts/lost_update.py
