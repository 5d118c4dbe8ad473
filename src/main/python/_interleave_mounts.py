"""What a sandbox sees of files: its own processes, the system, and small folders in memory."""

import ctypes
import os

#: nosuid and nodev; noexec too.
_PLAIN, _INERT = 2 | 4, 2 | 4 | 8
_READ_ONLY, _BIND, _MOVE = 1, 4096, 8192

_FOLDERS = (("/dev/shm", "64m", "1777"), ("/tmp", "32m", "1777"), ("/box", "16m", "0755"))
_MOST_FILES = 16384

#: Where a kernel shows more than processes in /proc: its keys are of users, and so the server's
#: would stand here unless that is root.
_COVERED = ("/proc/keys", "/proc/key-users")

_libc = ctypes.PyDLL(None, use_errno=True)


def make():
    """For process 1, in its mount namespace, while it has rights. Raises OSError."""
    _mount_processes()
    _mount_system()
    for folder, size, mode in _FOLDERS:
        options = f"size={size},mode={mode},nr_inodes={_MOST_FILES}"
        _mount("tmpfs", folder, "tmpfs", _PLAIN, options)
    os.chdir("/box")


def _mount_processes():
    """/proc with the sandbox's processes, and nothing of the machine where the kernel can do that
    (from 5.8 on).
    """
    try:
        _mount("proc", "/proc", "proc", _INERT, "subset=pid")
    except OSError:
        _mount("proc", "/proc", "proc", _INERT)
        for file in filter(os.path.exists, _COVERED):
            _mount("/dev/null", file, "", _BIND)


def _mount_system():
    """The system's files anew, where the kernel can do that (from 5.11 on): a lock on one is then
    a lock for this sandbox alone (overlayfs(5) has inodes of its own).
    """
    try:
        # /box still is the system's /usr, and /dev/shm an empty folder: two layers are wanted.
        layers = "lowerdir=/box:/dev/shm"
        _mount("overlay", "/tmp", "overlay", _READ_ONLY | _PLAIN, layers)
    except OSError:
        return
    _mount("/usr/local", "/tmp/local", "", _BIND)
    _mount("/tmp", "/usr", "", _MOVE)


def _mount(source, folder, kind, flags, options=""):
    arguments = [source.encode(), folder.encode(), kind.encode(), ctypes.c_ulong(flags)]
    if _libc.mount(*arguments, options.encode()) != 0:
        error = ctypes.get_errno()
        raise OSError(error, f"mounting {folder}: {os.strerror(error)}")
