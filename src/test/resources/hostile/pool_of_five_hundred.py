# /// hostile
# attack = "A process pool asks for five hundred workers."
# reason = ["tasks", "memory"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import multiprocessing

if __name__ == "__main__":
    multiprocessing.Pool(500)
