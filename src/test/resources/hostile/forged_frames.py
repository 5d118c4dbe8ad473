# /// hostile
# attack = "A process writes frames that claim another process, a second beginning and an end."
# reason = "exited"
# contains = "from the child"
# writers = ["3.3"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, struct

def frame(kind, task, payload):
    return struct.pack("<2scIH", b"\xff\x1e", kind, task, len(payload)) + payload

if os.fork() == 0:
    for forged in (
        frame(b"B", 2, b"0\x000"),
        frame(b"P", 2, b"main\x001.1\x002"),
        frame(b"U", 2, b"-99999999999\x00-1"),
        frame(b"t", 2, b""),
        frame(b"o", 2, b"from the child\n"),
        frame(b"e", 4294967295, b"from the child\n"),
        frame(b"Z", 0, b"nothing"),
    ):
        os.write(1, forged)
    os._exit(0)
os.wait()
