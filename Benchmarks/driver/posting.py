# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""Messages that are posted through the form, on SQLite: what they cost, how often the disk is asked to confirm, and
how much of a slow disk's speed is used."""

import contextlib
import os
import shutil
import sqlite3
import tempfile
import time

from . import load, replay
from .report import Row, at_least, at_most
from .server import Server

DELAY_US = 3_400
SLOW_DISK = ("strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync",
             "-e", f"inject=fdatasync:delay_enter={DELAY_US}")
MANY = 64
GROUP = 32


def measure(bench):
    town = bench.small()
    many = posted(town, bench.seconds, MANY)
    told = posted(town, bench.seconds, MANY, before=all_want_mail)
    rows = [at_most(f"message posted, {MANY} connections, CPU", many.cpu_ms, 0.6, "ms",
                    f"{many.per_second:.0f} a second"),
            at_most("the same where all want mail", told.cpu_ms, 0.6, "ms", f"{told.cpu_ms / many.cpu_ms:.2f} times")]
    for connections, limit in [(MANY, 0.125), (1, 1)]:
        flushes, answers = flushed(town, connections)
        each = f"{flushes} flushes, {answers} messages"
        rows.append(at_most(f"flushes a message, {connections} connections", flushes / answers, limit, "", each, 3))
    return rows + slow_disk(bench, town)


def slow_disk(bench, town):
    """The server beside a bare loop, each flush delayed."""
    with tempfile.TemporaryDirectory(dir=bench.data) as folder:
        recorder, loop = replay.built(folder)
        script = replay.record(town, recorder, 2)
        rows = []
        for connections, group, limit in [(MANY, GROUP, 50), (1, 1, 80)]:
            ours = posted(town, bench.seconds, connections, under=SLOW_DISK).per_second
            raw = replay.again(town, loop, script, group, under=SLOW_DISK)
            name = f"flush delayed by {DELAY_US / 1000} ms, {connections} connections"
            rows.append(at_least(name, 100 * ours / raw, limit, "%",
                                 f"{ours:.0f} of {raw:.0f} a second, bare SQL, {group} a group"))
        rows.append(Row("the same SQL without a server or a delay", "", f"{replay.again(town, loop, script, GROUP):.0f}"
                        f" a second", f"{GROUP} a group"))
        return rows


def posted(town, seconds, connections, under=(), before=lambda _: None):
    """Posts to a copy of the town."""
    copy = town.copy()
    try:
        before(copy)
        with Server(copy, under=under) as server:
            return post(server, copy, seconds, connections)
    finally:
        shutil.rmtree(copy.folder)


def all_want_mail(town):
    """Everybody chose to be mailed: no address can be opened, and none is asked for by the act that tells."""
    with contextlib.closing(sqlite3.connect(town.folder + "/town.sqlite")) as database, database:
        database.execute("INSERT INTO notice_choice (account, address, wanted, version)"
                         " SELECT id, zeroblob(60), 1, 1 FROM account")


def post(server, town, seconds, connections, warm_up=1):
    cookie = server.sign_in("werker")
    token = server.token("/account", cookie)
    return load.posting(server, town.places["writing"], cookie, token, seconds, connections, warm_up)


def flushed(town, connections):
    """How often the disk was asked to confirm, and how many messages were acknowledged; too few for the log to be
    brought into the file meanwhile, which is a matter of its own."""
    copy = town.copy()
    told = os.path.join(copy.folder, "flushes")
    strace = ("strace", "-f", "--seccomp-bpf", "-qq", "-y", "-o", told, "-e", "trace=fdatasync,fsync")
    try:
        with Server(copy, under=strace) as server:
            cookie = server.sign_in("werker")
            token = server.token("/account", cookie)
            time.sleep(3)  # What a server does once, at its start, is not a message's.
            before = lines(told)
            answers = load.posting(server, copy.places["writing"], cookie, token, 1, connections, warm_up=0).answers
            return lines(told) - before, answers
    finally:
        shutil.rmtree(copy.folder)


def lines(path):
    """Calls that began; one that others came in between is told in two lines."""
    with open(path, encoding="utf-8") as file:
        return sum("sync(" in line for line in file)
