# /// hostile
# attack = "Lines are overwritten and turned round to look like others."
# reason = "exited"
# contains = "end"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
print("all tests passed\rESCAPE\r" + "\u202e" + "desrever" + "\u2066\u200b" * 50)
print("\x08" * 100 + "end")
