# /// hostile
# attack = "Text holds what no encoding can say."
# reason = "failed"
# exit = 1
# contains = ["before", "UnicodeEncodeError"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
print("before")
print("\udcff\ud800")
