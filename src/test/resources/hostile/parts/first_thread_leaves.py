import ctypes, os, threading, time

SYS_exit = 60


def after_the_first(work):
    while "zombie" not in open("/proc/self/status").read():
        time.sleep(0.01)
    work()
    time.sleep(60)

def leave(work):
    threading.Thread(target=after_the_first, args=(work,)).start()
    ctypes.CDLL(None).syscall(SYS_exit, 0)
