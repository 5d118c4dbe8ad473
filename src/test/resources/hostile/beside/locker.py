# /// beside
# reason = "stopped"
# ///
"""Holds a lock of each kind on files that everybody has, and waits to be stopped."""

import fcntl
import os
import struct
import time

F_OFD_SETLK = 37
WHOLE_FILE = struct.pack("hhqqi4x", fcntl.F_RDLCK, 0, 0, 0, 0)

kept = [open("/usr/bin/" + name, "rb") for name in ("env", "dash", "cat")]
fcntl.flock(kept[0], fcntl.LOCK_EX | fcntl.LOCK_NB)
fcntl.lockf(kept[1], fcntl.LOCK_SH | fcntl.LOCK_NB)
fcntl.fcntl(kept[2], F_OFD_SETLK, WHOLE_FILE)
print("locked", [os.fstat(file.fileno()).st_ino for file in kept], flush=True)
time.sleep(60)
