# /// beside
# afterwards = true
# reason = "tasks"
# ///
"""Passes its limit on tasks."""

import threading

for _ in range(40):
    threading.Thread(target=threading.Event().wait).start()
