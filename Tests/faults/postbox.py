# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""A mail server with moods: it keeps the letters it took, and may do whatever mail servers do."""

import asyncio
import re


class Postbox:
    """Speaks SMTP on a port that stays its own; its mood can change between two letters.

    well        takes everything
    later       451 when somebody is named
    refuses     550 when somebody is named
    silent      takes the connection and says nothing
    drops       reads the whole letter and hangs up
    holds       keeps the letter, and lets its answer wait until `release`
    """

    def __init__(self, port):
        self.port = port
        self.mood = "well"
        self.letters = []
        self.met = 0
        self.named = 0
        self.release = asyncio.Event()
        self._server = None
        self._open = set()

    async def open(self):
        self._server = await asyncio.start_server(self._meet, "127.0.0.1", self.port)

    async def close(self):
        if self._server:
            self._server.close()
            for writer in list(self._open):
                writer.close()
            self._server = None

    async def _meet(self, reader, writer):
        self._open.add(writer)
        self.met += 1
        try:
            await self._talk(reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            self._open.discard(writer)
            writer.close()

    async def _talk(self, reader, writer):
        if self.mood == "silent":
            await reader.read()
            return
        writer.write(b"220 postbox\r\n")
        while line := (await reader.readline()).decode().strip():
            word = line.split()[0].upper()
            if word == "RCPT":
                self.named += 1
            if word == "DATA":
                writer.write(b"354 Go on\r\n")
                if not await self._take(await reader.readuntil(b"\r\n.\r\n")):
                    return
            writer.write(self._answer(word))
            if word == "QUIT":
                return

    def _answer(self, word):
        if word == "RCPT" and self.mood in ("later", "refuses"):
            return b"451 4.3.0 Not now\r\n" if self.mood == "later" else b"550 5.1.1 Nobody here\r\n"
        return b"221 Bye\r\n" if word == "QUIT" else b"250 OK\r\n"

    async def _take(self, data):
        if self.mood == "drops":
            return False
        self.letters.append(Letter(data.decode()))
        if self.mood == "holds":
            await self.release.wait()
        return True

    async def until(self, count, seconds=40):
        """Whether so many letters came in time."""
        for _ in range(int(seconds / 0.1)):
            if len(self.letters) >= count:
                return True
            await asyncio.sleep(0.1)
        return False


class Letter:
    def __init__(self, text):
        self.text = text
        self.name = self._header("Message-ID")
        self.date = self._header("Date")
        self.to = self._header("To")

    def _header(self, name):
        found = re.search(rf"^{name}: (.*)\r$", self.text, re.MULTILINE)
        return found.group(1) if found else ""

    @property
    def code(self):
        found = re.search(r"\b(\d{6})\b", self.text.split("\r\n\r\n", 1)[-1])
        return found.group(1) if found else None
