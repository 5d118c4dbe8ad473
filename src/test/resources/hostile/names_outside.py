# /// hostile
# attack = "The program asks for the address of a name."
# reason = "exited"
# contains = "refused:"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import socket

try:
    print("ESCAPED", socket.getaddrinfo("example.org", 80))
except OSError as error:
    print("refused:", error)
