# /// hostile
# attack = "The program waits for input that nobody gives."
# reason = ["failed", "time"]
# contains = "name?"
#
# [limits]
# wall-ms = 1500
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
input("name? ")
