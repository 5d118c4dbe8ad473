# /// hostile
# attack = "Forged objects have sizes that no object has, huge and negative, and names that do not end."
# uses = "forged_python.py"
# reason = "stopped"
# beside = "spinner.py"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
last = waiting()
text, zeros = string(b"x" * 200), exception_table(b"")
unending = type_named(b"y" * 400)
for number, size in enumerate((1 << 31, (1 << 31) - 1, -1, -(1 << 31), 1 << 62, -(1 << 63), 4095) * 9):
    odd = code(size, exception_table(b"\xff" * 64, size), string(b"z", size), text, size)
    caller = frame(odd, [thing(unending, size, size), 1, -1, size] * 8, used=size)
    put(caller + At.instruction, size)
    last = thread(last, 99_990_000 + number, caller)
    last = thread(last, 99_980_000 + number, frame(code(8, zeros), [HELD] * 8, size))
install(interpreter(last, 8))
wait()
