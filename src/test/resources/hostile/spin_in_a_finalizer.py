# /// hostile
# attack = "An object makes another one when it goes, for ever."
# reason = ["cpu", "memory", "time"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
class Phoenix:
    def __del__(self):
        Phoenix()
        while True:
            pass

Phoenix()
