# /// hostile
# attack = "The program lists the keys that the kernel keeps for its user, which may be the server's."
# reason = "exited"
# contains = "end"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
for name in ("keys", "key-users"):
    try:
        with open("/proc/" + name) as file:
            for line in file:
                print("ESCAPED", line)
    except FileNotFoundError:
        pass
print("end")
