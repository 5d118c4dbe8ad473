"""An interpreter of our own making, for who reads this process from outside to find.

Its objects have what is read of them and no more. Where the fields are is taken from the running
interpreter itself; Python 3.11 does not say it, so it is written down here, for 64-bit machines.
"""

import ctypes
import sys
import threading

_libc = ctypes.CDLL(None, use_errno=True)
_kept = []
RUNTIME = ctypes.addressof(ctypes.c_char.in_dll(ctypes.pythonapi, "_PyRuntime"))
MINOR = sys.version_info.minor


def table(word):
    """An offset of the interpreter's table for debuggers (from 3.13 on)."""
    return ctypes.c_uint64.from_address(RUNTIME + 8 * word)


def _offsets(word, *places):
    return [table(word + place).value for place in places]


class At:
    """Where the fields lie."""

    if MINOR == 11:
        first, next_interpreter, first_thread = 40, 0, 16
        next_thread, frame, ident, native, thread_bytes = 8, 56, 152, 160, 256
        previous, code, instruction, stack, values = 48, 32, 56, 0, 72
        exceptions, stack_size, variables, file, name, instructions = 40, 68, 76, 112, 128, 184
        type, object, type_name, text = 8, 16, 24, 48
    else:
        _interpreters = 6
        _threads = _interpreters + (13 if MINOR == 13 else 16)
        _frames = _threads + 9
        _codes = _frames + (6 if MINOR == 13 else 8)
        _objects = _codes + (10 if MINOR == 13 else 11)
        (first,) = _offsets(5, 0)
        next_interpreter, first_thread = _offsets(_interpreters, 2, 3)
        next_thread, frame, ident, native = _offsets(_threads, 2, 4, 5, 6)
        thread_bytes = native + 64
        previous, code, instruction, values = _offsets(_frames, 1, 2, 3, 4)
        (stack,) = _offsets(_frames, 6) if MINOR > 13 else (0,)
        object, type, type_name = _offsets(_objects, 0, 1, 3)
        exceptions = object + 24
        file, name, line, instructions = _offsets(_codes, 1, 3, 5, 9)
        stack_size, variables = line - 4, line + 4
        text = object + 24


def block(size):
    """Some memory of zeros."""
    made = ctypes.create_string_buffer(size + 64)
    _kept.append(made)
    return (ctypes.addressof(made) + 63) & ~63


def put(address, *words):
    ctypes.memmove(address, b"".join((word & (1 << 64) - 1).to_bytes(8, "little") for word in words),
                   8 * len(words))


def put32(address, value):
    ctypes.c_uint32.from_address(address).value = value & 0xFFFFFFFF


def letters(text):
    made = block(len(text) + 64)
    ctypes.memmove(made, text, len(text))
    return made


def type_named(name):
    made = block(512)
    put(made + At.type_name, letters(name))
    return made


def thing(type, *fields):
    """An object of a type, with what it has of its own."""
    made = block(At.object + 8 * max(len(fields), 8))
    put(made + At.type, type)
    put(made + At.object, *fields)
    return made


def string(text, length=None):
    made = block(At.text + len(text) + 64)
    put(made + At.object, len(text) if length is None else length)
    ctypes.memmove(made + At.text, text, len(text))
    return made


def exception_table(entries, length=None):
    made = block(At.object + 16 + len(entries))
    put(made + At.object, len(entries) if length is None else length)
    ctypes.memmove(made + At.object + 16, entries, len(entries))
    return made


CODE = type_named(b"code")
LOCK = type_named(b"_thread.lock")
FUNCTION = type_named(b"builtin_function_or_method")

#: All instructions are in a block with 4096 objects below it.
BELOW_A_BLOCK = bytes([0x80, 63, 0, 0x40 | 2, 0x40, 0])


def code(stack_size, exceptions=None, file=None, name=None, variables=0):
    made = block(At.instructions + 64)
    put(made + At.type, CODE)
    put(made + At.exceptions, exceptions or exception_table(b""))
    put32(made + At.stack_size, stack_size)
    put32(made + At.variables, variables)
    put(made + At.file, file or string(b"/box/main.py"))
    put(made + At.name, name or string(b"work"))
    return made


def frame(code, stack, previous=None, used=None):
    """A frame; without a previous one it goes back to itself."""
    made = block(At.values + 8 * len(stack) + 8)
    put(made + At.previous, made if previous is None else previous)
    put(made + At.code, code)
    put(made + At.instruction, code + At.instructions)
    put(made + At.values, *stack)
    if At.stack:
        put(made + At.stack, made + At.values + 8 * (len(stack) if used is None else used))
    return made


def thread(next, number, frame):
    made = block(At.thread_bytes)
    put(made + At.next_thread, next)
    put(made + At.ident, 1000 + number)
    put(made + At.native, number)
    if MINOR == 11:
        indirect = block(16)
        put(indirect, 0, frame)
        frame = indirect
    put(made + At.frame, frame)
    return made


def threads(count, frame, last):
    """A list of threads that the machine does not have, before the last one."""
    for number in range(count):
        last = thread(last, 99_990_000 + number, frame)
    return last


#: What the first thread is going to wait at, and the lock that it belongs to: one that is held.
SEMAPHORE = block(64)
HELD = thing(LOCK, SEMAPHORE if MINOR == 11 else 3)


def waiting(frame=None):
    """The first thread, as it waits for the lock."""
    return thread(0, threading.get_native_id(), frame or frame_at(HELD))


def frame_at(lock):
    return frame(code(1), [lock], previous=0)


def interpreter(threads, next=0):
    made = block(max(At.first_thread, At.next_interpreter) + 64)
    put(made + At.next_interpreter, next)
    put(made + At.first_thread, threads)
    return made


def install(interpreter):
    """From now on this is what is found; our own one does not look there."""
    put(RUNTIME + At.first, interpreter)


def wait():
    """Says that all is there, and waits as for a lock, for ever."""
    print("forged", flush=True)
    _libc.sem_init(ctypes.c_void_p(SEMAPHORE), 0, 0)
    while True:
        _libc.sem_wait(ctypes.c_void_p(SEMAPHORE))


