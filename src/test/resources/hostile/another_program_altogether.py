# /// hostile
# attack = "The program becomes a shell, and talks past everything of ours."
# reason = "failed"
# signal = 9
# contains = ["from the shell", "to the other"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

os.execv("/bin/sh", ["sh", "-c", "echo from the shell; echo to the other >&2; kill -9 $$"])
