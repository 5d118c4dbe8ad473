# /// hostile
# attack = "The program rewrites its own file and starts it in a child."
# reason = "exited"
# contains = "child"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import multiprocessing

if __name__ == "__main__":
    with open(__file__, "w") as file:
        file.write("def work(): print('rewritten')\n")
    context = multiprocessing.get_context("spawn")
    child = context.Process(target=print, args=("child",))
    child.start()
    child.join()
