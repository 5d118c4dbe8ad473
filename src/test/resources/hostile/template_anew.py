# /// hostile
# attack = "The program's process starts Python anew, dressed up as the process that makes sandboxes."
# reason = "exited"
# contains = "no template"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import array, os, socket, sys

inner, outer = socket.socketpair()
reader, writer = os.pipe()
os.close(writer)
handed = [os.open("/dev/null", os.O_RDWR) for _ in range(5)]
outer.sendmsg([b"\1\0\0\0"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", handed))])
first, second = os.dup(inner.fileno()), os.dup(reader)
os.dup2(first, 3)
os.dup2(second, 4)
code = """if True:
    import resource, sys
    print("ESCAPED" if "_interleave_template" in sys.modules else "no template")
    print(resource.getrlimit(resource.RLIMIT_NPROC))
"""
os.set_inheritable(outer.fileno(), True)
os.execv(sys.executable, ["python3", "-c", code])
