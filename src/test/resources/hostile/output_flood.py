# /// hostile
# attack = "Standard output is flooded."
# reason = "output"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
while True:
    print("flood " * 100)
