# /// hostile
# attack = "A process sends output in the name of another process."
# reason = "exited"
# matches = "(refused: .*\n){3}"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, socket, struct

SCM_CREDENTIALS = 2
out = socket.socket(fileno=os.dup(1))
for pid, user in ((1, 65534), (999999, 65534), (os.getpid(), 0)):
    try:
        forged = struct.pack("3i", pid, user, user)
        out.sendmsg([b"ESCAPED\n"], [(socket.SOL_SOCKET, SCM_CREDENTIALS, forged)])
    except OSError as error:
        print("refused:", error.strerror)
