# /// hostile
# attack = "While what watches all programs reads forged threads, those of others pass their limits."
# uses = "forged_python.py"
# reason = "stopped"
# beside = ["spinner.py", "eater.py", "breeder.py"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
bound = thing(FUNCTION, letters(b"nothing"), 0x1234567)
below = code(4096, exception_table(BELOW_A_BLOCK))
last = waiting()
for number in range(500):
    last = thread(last, 99_990_000 + number, frame(below, [bound] * 4096))
install(interpreter(last))
wait()
