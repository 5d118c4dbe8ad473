"""A small web server for one program, which may be anybody's: it answers what it can, forgets
what it cannot, and holds little for each client. What it answers, _interleave_pages says.
"""

import asyncio
import re
import socket

import _interleave_pages as pages

#: Further ones wait in the kernel.
_MOST_CONNECTIONS = 256

_MOST_HEAD = 8192
_HEAD_END = re.compile(rb"\r?\n\r?\n")

#: How long a client may take to ask, and to take an answer.
_PATIENCE_SECONDS = 30

#: What a client still sends when it has its last answer is read for so long, so that the answer
#: is not lost with it (RFC 9112, 9.6).
_LAST_SECONDS = 1


def serve(port):
    """Answer who connects to this socket, which listens; for ever."""
    port.setblocking(False)
    asyncio.run(_serve(port))


async def _serve(port):
    loop = asyncio.get_running_loop()
    places = asyncio.Semaphore(_MOST_CONNECTIONS)
    talks = set()

    def over(talk):
        talks.discard(talk)
        places.release()

    while True:
        await places.acquire()
        try:
            connection, _ = await loop.sock_accept(port)
        except OSError:
            places.release()
            await asyncio.sleep(0.1)
            continue
        talk = loop.create_task(_talk(loop, connection))
        talks.add(talk)
        talk.add_done_callback(over)


async def _talk(loop, connection):
    """One request after the other, until the client leaves, errs or is silent for long."""
    try:
        with connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            address = connection.getsockname()[0]
            heard, goes_on = b"", True
            while goes_on:
                async with asyncio.timeout(_PATIENCE_SECONDS):
                    head, heard = await _head(loop, connection, heard)
                if head is None:
                    return
                answer = pages.answer(head, address)
                await asyncio.sleep(answer.seconds)
                async with asyncio.timeout(_PATIENCE_SECONDS):
                    await _send(loop, connection, answer)
                goes_on = not answer.is_last
            connection.shutdown(socket.SHUT_WR)
            async with asyncio.timeout(_LAST_SECONDS):
                while await loop.sock_recv(connection, 4096):
                    await asyncio.sleep(0)
    except (OSError, TimeoutError):
        pass


async def _head(loop, connection, heard):
    """The next request without its end, and what was heard after it.

    None when the client left; one that is too long is cut.
    """
    while True:
        heard = heard.lstrip(b"\r\n")
        end = _HEAD_END.search(heard)
        if end:
            return heard[: end.start()], heard[end.end() :]
        if len(heard) > _MOST_HEAD:
            return pages.TOO_LONG, b""
        more = await loop.sock_recv(connection, 4096)
        if not more:
            return None, b""
        heard += more


async def _send(loop, connection, answer):
    piece, left = answer.piece, answer.bytes
    await loop.sock_sendall(connection, answer.head + piece[:left])
    left -= len(piece)
    while left > 0:
        await loop.sock_sendall(connection, memoryview(piece)[:left])
        left -= len(piece)
