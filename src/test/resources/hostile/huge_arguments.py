# /// hostile
# attack = "A program gets more arguments and environment than there may be."
# reason = "exited"
# matches = "(refused: Argument list too long\n){3}"
# [limits]
# memory-mib = 192
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, subprocess

for arguments, environment in ((["x" * (4 << 20)], {}), (["x" * 20] * 200_000, {}), ([], {"X": "x" * (4 << 20)})):
    try:
        subprocess.run(["true", *arguments], env=environment)
        print("ESCAPED")
    except OSError as error:
        print("refused:", error.strerror)
