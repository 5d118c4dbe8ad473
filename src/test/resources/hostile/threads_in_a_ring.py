# /// hostile
# attack = "The program rearranges what Python knows of its threads, into rings and lies."
# reason = "exited"
# contains = "end"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, os, threading, time

lock = threading.Lock()
lock.acquire()
for _ in range(4): threading.Thread(target=lock.acquire, daemon=True).start()
time.sleep(0.1)
state = ctypes.pythonapi.PyThreadState_Get
state.restype = ctypes.c_void_p
words = (ctypes.c_uint64 * 21).from_address(state())
# Each thread knows the next one; the locks' kind says that it is named at an impossible place.
words[1] = ctypes.addressof(words)
ctypes.c_uint64.from_address(id(type(lock)) + 24).value = 0xFFFF_FFFF_FFFF_FFF0
os.write(1, b"end\n")
end = time.monotonic() + 0.5
while time.monotonic() < end: pass
os._exit(0)
