# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""A browser without a window: one connection, cookies, forms."""

import asyncio
import html
import re
import secrets
import time
import urllib.parse


class NoAnswer(Exception):
    """The connection ended, or nothing came, before the whole answer was there."""


class Answer:
    def __init__(self, status, headers, body, cookies=()):
        self.status = status
        self.headers = headers
        self.body = body
        self.cookies = cookies

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")

    @property
    def is_refusal_for_now(self):
        """503, and after how many seconds to try again."""
        return self.status == 503 and self.headers.get("retry-after", "").isdigit()

    def field(self, name):
        """The value of a hidden field of a form."""
        found = re.search(rf'<input type="hidden" name="{name}" value="([^"]*)"', self.text)
        return html.unescape(found.group(1)) if found else None


class Browser:
    """Somebody who uses Rondom. `port` may be changed: the same person then goes on at another process."""

    def __init__(self, port, patience=30.0):
        self.port = port
        self.patience = patience
        self.cookie = None
        self.token = None
        # Those besides the session's, such as between password and code.
        self.others = {}
        self._wire = None

    async def sign_in(self, person):
        answer = await self.post("/demo/sessions", {"person": person})
        if answer.status == 303:
            page = await self.get("/account")
            self.token = page.field("token")
        return answer

    async def get(self, path):
        return await self._ask(f"GET {path} HTTP/1.1", b"")

    async def post(self, path, fields):
        body = urllib.parse.urlencode(fields).encode()
        return await self._ask(
            f"POST {path} HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}",
            body)

    async def write(self, conversation, text, form=None):
        """Sends a message; the same `form` twice is the same message."""
        return await self.post(
            conversation + "/messages", {"token": self.token or "", "form": form or new_form(), "message": text})

    def close(self):
        if self._wire:
            self._wire[1].close()
        self._wire = None

    async def _ask(self, head, body):
        try:
            async with asyncio.timeout(self.patience):
                return await self._exchange(head, body)
        except (OSError, asyncio.IncompleteReadError, TimeoutError, ValueError) as error:
            self.close()
            raise NoAnswer(repr(error)) from error

    async def _exchange(self, head, body):
        if self._wire is None:
            self._wire = await asyncio.open_connection("127.0.0.1", self.port, limit=1 << 20)
        reader, writer = self._wire
        cookies = ([f"session={self.cookie}"] if self.cookie else []) + [f"{name}={self.others[name]}" for name in self.others]
        cookie = f"\r\nCookie: {'; '.join(cookies)}" if cookies else ""
        writer.write(f"{head}\r\nHost: localhost:{self.port}{cookie}\r\n\r\n".encode() + body)
        answer = await read_answer(reader)
        for name, value in answer.cookies:
            if name == "session":
                self.cookie = value
            else:
                self.others[name] = value
        if answer.headers.get("connection", "").lower() == "close":
            self.close()
        return answer


async def read_answer(reader):
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    headers, cookies = {}, []
    for line in head[1:]:
        name, _, value = line.partition(":")
        if name:
            headers.setdefault(name.lower(), value.strip())
        if name.lower() == "set-cookie":
            cookies.append(tuple(value.strip().split(";")[0].split("=", 1)))
    if headers.get("transfer-encoding") == "chunked":
        body = b""
        while size := int((await reader.readuntil(b"\r\n")).strip(), 16):
            body += (await reader.readexactly(size + 2))[:-2]
        await reader.readuntil(b"\r\n")
    else:
        body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Answer(int(head[0].split()[1]), headers, body, cookies)


def new_form():
    """A form's own name: a UUID of version 7."""
    now, chance = f"{int(time.time() * 1000):012x}", secrets.token_hex(9)
    return f"{now[:8]}-{now[8:]}-7{chance[:3]}-8{chance[3:6]}-{chance[6:18]}"


async def open_talk(browser):
    """The address of a conversation that the signed-in person may write in."""
    families = await browser.get("/families")
    family = re.search(r'href="(/families/[0-9a-f-]{36})"', families.text).group(1)
    talks = await browser.get(family + "/conversations")
    return re.search(rf'href="({family}/conversations/[0-9a-f-]{{36}})"', talks.text).group(1)


async def messages(browser, conversation):
    """All messages, oldest first, as (number, text): page by page, as somebody would read them."""
    found, before = {}, None
    while True:
        page = await browser.get(conversation + (f"?before={before}" if before else ""))
        if page.status != 200:
            raise NoAnswer(f"the conversation answered {page.status}")
        on_page = {
            int(number): html.unescape(re.search(r"</h3>\s*<p>(.*?)</p>", box, re.S).group(1))
            for number, box in re.findall(r'<li class="message[^"]*" id="m(\d+)">(.*?)</li>', page.text, re.S)}
        if not on_page:
            break
        found |= on_page
        if min(on_page) == 1 or min(on_page) == before:
            break
        before = min(on_page)
    return sorted(found.items())
