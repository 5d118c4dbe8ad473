# /// hostile
# attack = "A number is asked to be printed a hundred gigabytes wide."
# reason = ["memory", "failed"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
kept = "%99999999999d" % 1
print("ESCAPED")
