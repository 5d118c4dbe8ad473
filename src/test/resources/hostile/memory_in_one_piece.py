# /// hostile
# attack = "Four gigabytes are asked for at once."
# reason = "memory"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
kept = bytearray(4 << 30)
print("ESCAPED")
