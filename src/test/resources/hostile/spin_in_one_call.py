# /// hostile
# attack = "One call into C never comes back and takes no signal."
# reason = "cpu"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import re

re.match(r"(a+)+$", "a" * 60 + "b")
print("ESCAPED")
