# /// hostile
# attack = "One process spins for ever."
# reason = "cpu"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
while True:
    pass
