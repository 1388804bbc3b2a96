# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""The real program on an invented town of its own, in a folder that is thrown away."""

import asyncio
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile

FAKETIME = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Yard:
    """Where the bad days happen: the program, a filled town to copy, and everything that must be cleared away."""

    def __init__(self, binary):
        self.binary = os.path.abspath(binary)
        self.folder = tempfile.mkdtemp(prefix="rondom-faults.")
        os.chmod(self.folder, 0o755)
        self.servers = []
        self.undo = []
        self.undo_last = []
        self.cluster = None
        self.cluster_keys = None
        self.speaks = self.command("--help").stdout
        self.town = self._fill()

    def command(self, *arguments, timeout=120, **options):
        """Runs the program to its end."""
        return subprocess.run(
            [self.binary, *arguments], capture_output=True, text=True, timeout=timeout, check=False, **options)

    def _fill(self):
        data = os.path.join(self.folder, "town")
        done = self.command("demo", "--data", data, "--families", "3", "--fill-only")
        if done.returncode:
            raise SystemExit(f"The town could not be filled: {done.stderr}")
        return data

    def copy_of_town(self, name, parent=None):
        data = os.path.join(parent or self.folder, name)
        shutil.copytree(self.town, data)
        return data

    def server(self, data, **options):
        server = Server(self, data, **options)
        self.servers.append(server)
        return server

    def end_day(self):
        """Ends what a day left running."""
        for server in self.servers:
            server.end_now()
        while self.undo:
            self.undo.pop()()

    def clear(self):
        """Ends what still runs and throws everything away."""
        self.end_day()
        for step in self.undo_last:
            step()
        shutil.rmtree(self.folder, ignore_errors=True)


class Server:
    """One process of `rondom demo`."""

    def __init__(self, yard, data, database=None, under=(), environment=None, port=None):
        self.yard = yard
        self.data = data
        self.database = database
        self.under = list(under)
        self.environment = environment or {}
        self.port = port or free_port()
        self.log = os.path.join(yard.folder, f"server-{len(yard.servers)}.log")
        self.process = None

    @property
    def arguments(self):
        chosen = ["--database", self.database] if self.database else []
        return ["demo", "--data", self.data, "--port", str(self.port), *chosen]

    async def start(self, timeout=60):
        """Waits until it says that it serves; False when it ended instead."""
        log = open(self.log, "ab")
        self.process = subprocess.Popen(
            [*self.under, self.yard.binary, *self.arguments], stdout=log, stderr=log, start_new_session=True,
            env={**os.environ, **self.environment})
        log.close()
        for _ in range(int(timeout / 0.05)):
            if self.process.poll() is not None:
                return False
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", self.port)
                writer.close()
                return True
            except OSError:
                await asyncio.sleep(0.05)
        return False

    @property
    def said(self):
        with open(self.log, encoding="utf-8", errors="replace") as log:
            return log.read()

    @property
    def is_running(self):
        return self.process is not None and self.process.poll() is None

    def signal(self, number):
        self.process.send_signal(number)

    async def ended(self, timeout=30):
        """The exit code, or None when it did not end in time."""
        for _ in range(int(timeout / 0.05)):
            if self.process.poll() is not None:
                return self.process.returncode
            await asyncio.sleep(0.05)
        return None

    async def kill(self):
        self.signal(signal.SIGKILL)
        await self.ended()

    async def stop(self, timeout=30):
        self.signal(signal.SIGTERM)
        return await self.ended(timeout)

    def end_now(self):
        if self.is_running:
            self.process.kill()
            self.process.wait(10)


def rows(data, question):
    """What the SQLite file of a town holds, read beside the program."""
    connection = sqlite3.connect(f"file:{data}/town.sqlite?mode=ro", uri=True)
    try:
        return connection.execute(question).fetchall()
    finally:
        connection.close()


def broken_chains(ask):
    """Chains of which a number is missing, or whose head is not at their last record; `ask` answers SQL."""
    return ask(
        """
        SELECT c.name, c.number, count(r.number), max(r.number)
        FROM chain c LEFT JOIN (
            SELECT 'access:' || chain AS name, number FROM access_record
            UNION ALL SELECT 'journal:' || family_id, number FROM journal
        ) r ON r.name = c.name
        GROUP BY c.name, c.number
        HAVING c.number <> count(r.number) OR c.number <> coalesce(max(r.number), 0) ORDER BY c.name
        """)


def expect_whole(yard, data, outcome, database=None, ask=None):
    """All chains are whole: numbers here, keyed links by the program itself."""
    broken = broken_chains(ask or (lambda question: rows(data, question)))
    outcome.expect(not broken, "the chains of journal and access log have no gap", broken[:3])
    if "verify" not in yard.speaks:
        return
    done = yard.command(
        "verify", "--database", database or f"sqlite:{data}/town.sqlite", "--keys", f"sqlite:{data}/town.keys")
    outcome.expect(done.returncode == 0, "rondom verify finds nothing", (done.stdout + done.stderr)[-500:])
