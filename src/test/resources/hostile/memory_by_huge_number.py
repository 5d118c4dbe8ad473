# /// hostile
# attack = "A number has seventeen billion bits."
# reason = "memory"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
kept = 1 << (1 << 34)
print("ESCAPED")
