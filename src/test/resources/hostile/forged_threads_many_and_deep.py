# /// hostile
# attack = "Hundreds of forged threads, each with the deepest stacks, are to be read through at every look."
# uses = "forged_python.py"
# reason = "time"
# beside = "patient.py"
#
# [limits]
# wall-ms = 5000
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
bound = thing(FUNCTION, letters(b"nothing"), 0x1234567)
deep = frame(code(4096, exception_table(BELOW_A_BLOCK)), [bound] * 4096)
install(interpreter(threads(511, deep, waiting())))
wait()
