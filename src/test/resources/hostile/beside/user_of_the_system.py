# /// beside
# reason = "stopped"
# ///
"""Uses the system's files, over and over, and waits to be stopped."""

import os
import time

print("ready", flush=True)
while True:
    for folder in ("/usr/bin", os.path.dirname(os.__file__)):
        os.listdir(folder)
        for name in ("env", "cat", "os.py", "queue.py"):
            if os.path.exists(f"{folder}/{name}"):
                with open(f"{folder}/{name}", "rb") as file:
                    file.read(100)
    time.sleep(0.01)
