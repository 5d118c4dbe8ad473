# /// hostile
# attack = "Every frame has code of its own with the longest table of exceptions, for the server to read and to keep."
# uses = "forged_python.py"
# reason = "time"
# beside = "patient.py"
#
# [limits]
# wall-ms = 5000
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
table_of_nothing = exception_table(bytes([0x80, 0, 0, 0]) * (1 << 14))
last = waiting()
for number in range(500):
    caller = 0
    for _ in range(45):
        caller = frame(code(8, table_of_nothing), [HELD] * 8, caller)
    last = thread(last, 99_990_000 + number, caller)
install(interpreter(last))
wait()
