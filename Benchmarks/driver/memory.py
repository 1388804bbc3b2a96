# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""How soon the server answers, and how much memory it takes: idle, under load, and for each live listener."""

import resource
import shutil
import socket
import time
from concurrent.futures import ThreadPoolExecutor

from . import load, posting
from .report import at_most
from .server import Server

LISTENERS = 5_000
EACH = 4
"""As many live streams a session may have."""


def measure(bench):
    copy = bench.small().copy()
    try:
        starts = []
        for _ in range(5):
            with Server(copy) as server:
                starts.append(server.seconds_to_first_answer)
                time.sleep(1)
                idle = server.memory()
        return [
            at_most("exec to first 200, a page from the database", sorted(starts)[2], 0.5, "s", "django-helpdesk 2.8 s"),
            at_most("memory, idle", idle, 60, "MB", "django-helpdesk 133 MB; an empty Hummingbird 43 MB", 0),
            under_load(bench, copy),
            listening(copy),
        ]
    finally:
        shutil.rmtree(copy.folder)


def under_load(bench, town):
    with Server(town) as server:
        cookie = server.sign_in("moeder")
        for path in [town.places["circle"], town.places["conversation"]]:
            load.reading(server, path, cookie, bench.seconds, connections=64)
        posting.post(server, town, bench.seconds, 64)
        return at_most("memory, the most under load of 64 connections", server.memory("VmHWM"), 120, "MB", "", 0)


def listening(town):
    """The memory of so many open streams on which nothing is told."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(20_000, most), most))
    with Server(town) as server, ThreadPoolExecutor(8) as helpers:
        cookies = list(helpers.map(lambda _: server.sign_in("werker"), range(LISTENERS // EACH)))
        paths = town.places["writing"]
        before = server.memory()
        wanted = [(paths[place % len(paths)], cookies[place // EACH]) for place in range(LISTENERS)]
        streams = list(helpers.map(lambda one: listen(server, *one), wanted))
        time.sleep(3)
        each = (server.memory() - before) * 1024 / LISTENERS
        for stream in streams:
            stream.close()
        return at_most(f"memory of a live listener, {LISTENERS:,} of them", each, 40, "kB", "a spike 32 kB", 1)


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
