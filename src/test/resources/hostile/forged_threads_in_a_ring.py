# /// hostile
# attack = "A forged list of threads has no end: its last one is followed by its first."
# uses = "forged_python.py"
# reason = "time"
# beside = "patient.py"
#
# [limits]
# wall-ms = 5000
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
deep = frame(code(4096, exception_table(BELOW_A_BLOCK)), [thing(FUNCTION, 0, 0)] * 4096)
first = waiting()
put(first + At.next_thread, threads(3, deep, first))
install(interpreter(first))
wait()
