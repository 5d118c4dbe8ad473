# /// hostile
# attack = "Each of many processes has a forged interpreter, none of which alone takes too long to be read."
# uses = "forged_python.py"
# reason = "stopped"
# beside = ["spinner.py", "eater.py"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os

deep = frame(code(4096, exception_table(BELOW_A_BLOCK)), [thing(FUNCTION, 0, 0)] * 4096)
first = waiting()
install(interpreter(threads(30, deep, first)))
for _ in range(16):
    if os.fork() == 0:
        put(first + At.native, threading.get_native_id())
        break
wait()
