# /// hostile
# attack = "Other programs are started for ever."
# reason = "tasks"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import subprocess

while True:
    subprocess.Popen(["sleep", "60"])
