# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""Stands between the program and PostgreSQL, and cuts connections where it hurts most."""

import asyncio
import itertools

from installation import free_port


class Proxy:
    """Cuts each `every`th COMMIT: in turn before the server gets it, after it did, and after it answered."""

    def __init__(self, port, every=0):
        self.port = free_port()
        self.behind = port
        self.every = every
        self.cuts = {"before": 0, "under way": 0, "answered": 0}
        self._commits = itertools.count(1)
        self._kinds = itertools.cycle(self.cuts)
        self._server = None
        self._wires = set()

    async def open(self):
        self._server = await asyncio.start_server(self._connect, "127.0.0.1", self.port)

    async def close(self):
        self._server.close()
        for wire in list(self._wires):
            wire.close()

    async def _connect(self, client_in, client_out):
        try:
            server_in, server_out = await asyncio.open_connection("127.0.0.1", self.behind)
        except OSError:
            return client_out.close()
        both = Wire(client_out, server_out)
        self._wires.add(both)
        try:
            await asyncio.gather(self._ask(client_in, server_out, both), self._answer(server_in, client_out, both))
        except OSError:
            pass
        finally:
            both.close()
            self._wires.discard(both)

    async def _ask(self, client, server, wire):
        while data := await client.read(1 << 16):
            cut = self._cut() if b"COMMIT\0" in data else None
            if cut == "before":
                return wire.close()
            # From here on the answer does not get through.
            wire.is_deaf = cut is not None
            server.write(data)
            await server.drain()
            if cut == "under way":
                return wire.close()
            if cut == "answered":
                await asyncio.sleep(0.05)
                return wire.close()
        wire.close()

    async def _answer(self, server, client, wire):
        while data := await server.read(1 << 16):
            if wire.is_deaf:
                continue
            client.write(data)
            await client.drain()
        wire.close()

    def _cut(self):
        if not self.every or next(self._commits) % self.every:
            return None
        kind = next(self._kinds)
        self.cuts[kind] += 1
        return kind


class Wire:
    def __init__(self, *ends):
        self.ends = ends
        self.is_deaf = False

    def close(self):
        for end in self.ends:
            end.close()
