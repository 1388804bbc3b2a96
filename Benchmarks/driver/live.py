# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""Thousands of open lines: what each takes while nothing is told, and whether all are served while others write."""

import resource
import shutil
import socket
import time
from concurrent.futures import ThreadPoolExecutor

from . import load, posting
from .report import Row, at_least, at_most
from .server import Server

LISTENERS = 5_000
EACH = 4
"""As many live streams a session may have."""

WRITERS = 64
NEWS = b"event: changed"


def measure(bench):
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(20_000, most), most))
    copy = bench.small().copy()
    try:
        with Server(copy) as server, ThreadPoolExecutor(8) as helpers:
            alone = posting.post(server, copy, bench.seconds, WRITERS)
            cookies = list(helpers.map(lambda _: server.sign_in("werker"), range(LISTENERS // EACH)))
            before = server.memory()
            lines = listen_all(server, helpers, copy.places["writing"], cookies)
            time.sleep(3)
            each = (server.memory() - before) * 1024 / LISTENERS
            together = posting.post(server, copy, bench.seconds, WRITERS, warm_up=0)
            time.sleep(1)
            heard = sum(helpers.map(has_heard, lines))
            last = last_word(server, copy, lines)
            for line in lines:
                line.close()
        return [
            at_most(f"memory of a live listener, {LISTENERS:,} of them", each, 40, "kB", "a spike 32 kB", 1),
            at_least(f"listeners who heard, while {WRITERS} wrote", heard, LISTENERS, "", f"of {LISTENERS:,}"),
            Row(f"message posted, {WRITERS} connections, {LISTENERS:,} listening, CPU", "", f"{together.cpu_ms:.2f} ms",
                f"alone {alone.cpu_ms:.2f} ms; {together.per_second:.0f} and {alone.per_second:.0f} a second"),
            Row("from a message to the last of its listeners", "", f"{last * 1000:.0f} ms", f"{audience(copy):.0f} listeners"),
        ]
    finally:
        shutil.rmtree(copy.folder)


def listen_all(server, helpers, paths, cookies):
    wanted = [(paths[place % len(paths)], cookies[place // EACH]) for place in range(LISTENERS)]
    return list(helpers.map(lambda one: listen(server, *one), wanted))


def listen(server, path, cookie):
    """An open stream, once the server has said its first word on it."""
    stream = socket.create_connection(("127.0.0.1", server.port), 30)
    stream.sendall(f"GET {path}/events HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\n\r\n".encode())
    heard = b""
    while b"retry:" not in heard:
        more = stream.recv(4096)
        if not more:
            raise SystemExit(f"A live stream was refused: {heard[:200]}")
        heard += more
    return stream


def has_heard(stream):
    """Whether there was news on an open stream; takes all there is."""
    stream.setblocking(False)
    heard = b""
    try:
        while more := stream.recv(65_536):
            heard += more
        raise SystemExit("A live stream was closed while others wrote.")
    except BlockingIOError:
        return NEWS in heard


def last_word(server, town, lines):
    """Seconds from posting one message until the last of those who listen to its conversation heard of it."""
    paths = town.places["writing"]
    cookie = server.sign_in("werker")
    token = server.token("/account", cookie)
    waiting = {line for place, line in enumerate(lines) if place % len(paths) == 0}
    begun = time.monotonic()
    form = {"token": token, "form": "019b0000-0000-7000-8000-000000000001", "message": "Nog één bericht."}
    if server.ask(paths[0] + "/messages", cookie, form)[0] != 303:
        raise SystemExit("The last message was refused.")
    while waiting and time.monotonic() - begun < 30:
        waiting = {line for line in waiting if not has_heard(line)}
    return time.monotonic() - begun


def audience(town):
    return LISTENERS / len(town.places["writing"])
