# /// hostile
# attack = "System calls are made as a program of 32 bits, past a filter for 64."
# machine = "amd64"
# reason = "failed"
# contains = "before"
# signal = 31
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, mmap

# mov eax, 20 (getpid for 32 bits); int 0x80; ret
code = b"\xb8\x14\x00\x00\x00\xcd\x80\xc3"
page = mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS,
                 prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
page.write(code)
start = ctypes.addressof(ctypes.c_char.from_buffer(page))
print("before", flush=True)
ctypes.CFUNCTYPE(ctypes.c_int)(start)()
print("ESCAPED")
