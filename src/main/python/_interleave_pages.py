"""What the web server of a sandbox answers: a handful of invented hosts (RFC 2606, .example).

Each host has one page at /, always the same, which comes after the host's own time. All hosts have
/delay/0.5, which takes that many seconds, at most 5, and /bytes/1000, which has that many bytes, at
most 1 MiB. Where a host is, stands in /etc/hosts.
"""

import re
from collections import namedtuple

#: `piece` is repeated until there are `bytes` of it, after `seconds`.
Answer = namedtuple("Answer", "head piece bytes seconds is_last")

#: Stands for a request that is longer than any that is answered.
TOO_LONG = object()

_MOST_SECONDS = 5
_MOST_BYTES = 1024 * 1024

_Host = namedtuple("_Host", "address seconds page")

_REQUEST = re.compile(rb"([A-Z]+) (/[!-~]*) HTTP/1\.([01])")
_FIELD = re.compile(rb"([!#-'*+.^-z|~0-9A-Z-]+):[ \t]*(.*?)[ \t]*")
_DELAY = re.compile(r"/delay/(\d(?:\.\d{1,3})?)")
_BYTES = re.compile(r"/bytes/(\d{1,7})")

_PATTERN = b"0123456789abcdef" * 1024


def _page(name, size):
    """HTML of exactly `size` bytes."""
    title = name.partition(".")[0].title()
    start = f'<!doctype html>\n<html lang="en">\n<title>{title}</title>\n<h1>{title}</h1>\n<p>'
    end = "</p>\n</html>\n"
    text = f"This page comes from {name}, which is made up. "
    room = size - len(start) - len(end)
    return (start + (text * (room // len(text) + 1))[:room] + end).encode("ascii")


def _host(name, address, seconds, size):
    return name, _Host(address, seconds, _page(name, size))


_HOSTS = dict(
    (
        _host("news.example", "127.0.0.11", 0.3, 4000),
        _host("weather.example", "127.0.0.12", 0.3, 1500),
        _host("books.example", "127.0.0.13", 0.3, 6000),
        _host("maps.example", "127.0.0.14", 0.3, 9000),
        _host("music.example", "127.0.0.15", 0.3, 3000),
        _host("slow.example", "127.0.0.16", 1.0, 1000),
    )
)
_BY_ADDRESS = {host.address: host for host in _HOSTS.values()}

_TEXT = "text/plain; charset=utf-8"


def answer(head, address):
    """What to answer to a request, its last empty line left out, that came to this address."""
    if head is TOO_LONG:
        return _refusal("431 Request Header Fields Too Large", "The request is too long.")
    lines = re.split(rb"\r?\n", head)
    request = _REQUEST.fullmatch(lines[0])
    fields = [_FIELD.fullmatch(line) for line in lines[1:]]
    if not request or not all(fields):
        return _refusal("400 Bad Request", "This is not a request of HTTP/1.1.")
    method, path, version = (part.decode("ascii") for part in request.groups())
    fields = {field[1].lower(): field[2].decode("latin-1").lower() for field in fields}
    if version == "1" and b"host" not in fields:
        return _refusal("400 Bad Request", "The request does not say which host it is for.")
    if method not in ("GET", "HEAD"):
        return _refusal(
            "405 Method Not Allowed", "There is only something to get here.", "Allow: GET, HEAD\r\n"
        )
    name = fields.get(b"host", "").partition(":")[0]
    host = _HOSTS.get(name) or _BY_ADDRESS.get(address)
    is_last = (
        version == "0"
        or "close" in fields.get(b"connection", "")
        or fields.get(b"content-length", "0") != "0"
        or b"transfer-encoding" in fields
    )
    found = _found(host, path.partition("?")[0])
    return _answer(*found, is_last=is_last, is_head=method == "HEAD")


def _found(host, path):
    """Status, type of content, what to repeat, how many bytes of it, after how many seconds."""
    if not host:
        words = "".join(f"http://{name}/\n" for name in _HOSTS).encode()
        return "404 Not Found", _TEXT, words, len(words), 0
    if path == "/":
        return "200 OK", "text/html; charset=utf-8", host.page, len(host.page), host.seconds
    delay = _DELAY.fullmatch(path)
    if delay and float(delay[1]) <= _MOST_SECONDS:
        words = f"This took {delay[1]} s.\n".encode()
        return "200 OK", _TEXT, words, len(words), float(delay[1])
    size = _BYTES.fullmatch(path)
    if size and int(size[1]) <= _MOST_BYTES:
        return "200 OK", "application/octet-stream", _PATTERN, int(size[1]), host.seconds
    words = b"There is no such page. There are /, /delay/0.5 and /bytes/1000.\n"
    return "404 Not Found", _TEXT, words, len(words), host.seconds


def _refusal(status, words, more=""):
    body = f"{words}\n".encode()
    return _answer(status, _TEXT, body, len(body), 0, is_last=True, more=more)


def _answer(status, kind, piece, size, seconds, *, is_last, is_head=False, more=""):
    if is_last:
        more += "Connection: close\r\n"
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {size}\r\n{more}\r\n"
    return Answer(head.encode("ascii"), piece, 0 if is_head else size, seconds, is_last)
