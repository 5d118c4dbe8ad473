# /// hostile
# attack = "Output moves the cursor, sets the title, reads the clipboard and never ends an escape."
# reason = "exited"
# contains = ["red", "end"]
# lacks = ["evil.example", "owned;"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

for sequence in (
    b"\x1b[2J\x1b[H\x1b[999B",
    b"\x1b]0;owned\x07\x1b]52;c;aGk=\x07\x1b]8;;http://evil.example\x07link\x1b]8;;\x07",
    b"\x1bP$q q\x1b\\\x1b[6n\x1b[c\x1b#8\x1bc",
    b"\x9b31m\x9d0;owned\x9c\x00\x07\x08\x7f",
    b"\x1b[31mred\x1b[0m",
    b"\x1b[" + b"1;" * 4000,
    b"\x1b]" + b"x" * 4000,
):
    os.write(1, sequence + b"\n")
os.write(1, b"\x07\x1b\\end\n")
