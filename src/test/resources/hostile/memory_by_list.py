# /// hostile
# attack = "A list grows for ever."
# reason = "memory"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
kept = []
while True:
    kept.append(bytearray(1 << 20))
