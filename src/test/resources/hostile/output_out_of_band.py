# /// hostile
# attack = "Output is sent out of band, which a reader may trip over."
# reason = ["exited", "failed"]
# contains = "end"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, socket

out = socket.socket(fileno=os.dup(1))
for _ in range(100):
    try:
        out.send(b"!", socket.MSG_OOB)
    except OSError:
        pass
    out.send(b"in band\n")
print("end")
