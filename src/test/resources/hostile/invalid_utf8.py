# /// hostile
# attack = "Output is no text at all."
# reason = "exited"
# contains = ["\ufffd", "end\n"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

os.write(1, bytes(range(128, 256)) + b"\xed\xa0\x80 \xf0\x9f \xc0\x80 \xf4\x90\x80\x80\n")
os.write(2, b"\xff\xfe\x00\x00\n")
os.write(1, b"end\n")
