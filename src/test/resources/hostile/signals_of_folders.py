# /// hostile
# attack = "The kernel is to send a signal whenever somebody uses the system's folders (dnotify)."
# reason = "exited"
# contains = "told 0 times"
# beside = "user_of_the_system.py"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import fcntl, os, signal, time

F_NOTIFY, ACCESS_AND_MORE = 1026, 0x8000003F
told = 0


def tell(*_):
    global told
    told += 1


signal.signal(signal.SIGIO, tell)
kept = []
for folder in ("/usr", "/usr/bin", "/usr/lib", os.path.dirname(os.__file__), "/dev", "/etc"):
    kept.append(os.open(folder, os.O_RDONLY))
    try:
        fcntl.fcntl(kept[-1], F_NOTIFY, ACCESS_AND_MORE - (1 << 32))
    except OSError as error:
        print("refused:", error.strerror)
for _ in range(20):
    time.sleep(0.05)
for folder in kept:
    os.close(folder)
print("told", told, "times", flush=True)
os._exit(0)
