# /// hostile
# attack = "A forged list of interpreters has no end, and each of them has threads to be read through."
# uses = "forged_python.py"
# reason = "time"
# beside = "patient.py"
#
# [limits]
# wall-ms = 5000
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
deep = frame(code(4096, exception_table(BELOW_A_BLOCK)), [thing(FUNCTION, 0, 0)] * 4096)
last = interpreter(threads(40, deep, waiting()))
ring = interpreter(threads(400, deep, 0), last)
put(last + At.next_interpreter, ring)
install(last)
wait()
