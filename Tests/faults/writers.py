# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""Many people who write at once, and a ledger of what each was told."""

import asyncio
import re
import time
from collections import Counter

from browser import Browser, NoAnswer, messages, new_form, open_talk

WHO = ["marieke", "aylin"]


class Writers:
    """`count` people who write one message after the other; each message has one form, however often it is sent."""

    def __init__(self, server, count=64, name="w", retry=False, patience=30.0):
        self.server = server
        self.count = count
        self.name = name
        self.retry = retry
        self.patience = patience
        self.kept = {}  # text: (form, address it led to)
        self.unanswered = {}  # text: form
        self.refused = {}  # text: form
        self.strange = []
        self.slowest = 0.0
        self.answered_at = []
        self.talk = None
        self._browsers = []
        self._tasks = []
        self._stopping = False

    async def sign_in(self):
        first = Browser(self.server.port)
        await first.sign_in(WHO[0])
        self.talk = self.talk or await open_talk(first)
        self._browsers = [Browser(self.server.port, self.patience) for _ in range(self.count)]
        for number, browser in enumerate(self._browsers):
            browser.who = WHO[0]
            browser.number = number
        for group in range(0, self.count, 16):
            await asyncio.gather(*(b.sign_in(b.who) for b in self._browsers[group:group + 16]))
        first.close()

    def begin(self):
        self._stopping = False
        self._tasks = [asyncio.create_task(self._write(browser)) for browser in self._browsers]

    async def stop(self):
        """Lets each finish the message they are at."""
        self._stopping = True
        await asyncio.gather(*self._tasks)

    async def for_seconds(self, seconds):
        self.begin()
        await asyncio.sleep(seconds)
        await self.stop()

    async def until_kept(self, number, timeout=60):
        """Waits until so many messages were acknowledged."""
        deadline = time.monotonic() + timeout
        while len(self.kept) < number and time.monotonic() < deadline:
            await asyncio.sleep(0.01)
        return len(self.kept) >= number

    async def until_quiet(self, seconds=1.0, timeout=60):
        """Waits until nobody was answered for so long."""
        deadline = time.monotonic() + timeout
        while time.monotonic() < deadline:
            if self.answered_at and time.monotonic() - self.answered_at[-1] > seconds:
                return True
            await asyncio.sleep(0.05)
        return False

    def follow(self, server):
        """Everybody goes on at another process."""
        self.server = server
        for browser in self._browsers:
            browser.close()
            browser.port = server.port

    def close(self):
        for browser in self._browsers:
            browser.close()

    async def _write(self, browser):
        turn = 0
        while not self._stopping:
            turn += 1
            text, form = f"{self.name}.{browser.number}.{turn} {new_form()[-12:]}", new_form()
            while True:
                verdict = await self._send(browser, text, form)
                if not self.retry or verdict == "kept" or verdict == "strange" or self._stopping:
                    break
                await asyncio.sleep(0.2)
            if verdict == "unanswered" and not self.retry:
                return

    async def _send(self, browser, text, form):
        begun = time.monotonic()
        try:
            answer = await browser.write(self.talk, text, form)
        except NoAnswer:
            self.unanswered[text] = form
            return "unanswered"
        finally:
            self.slowest = max(self.slowest, time.monotonic() - begun)
        if answer.status == 303 and "#m" in answer.headers.get("location", ""):
            self.kept[text] = (form, answer.headers["location"])
            self.unanswered.pop(text, None)
            self.refused.pop(text, None)
            self.answered_at.append(time.monotonic())
            return "kept"
        if answer.is_refusal_for_now:
            self.refused[text] = form
            return "refused"
        self.strange.append((answer.status, answer.headers.get("location", ""), answer.text[:200]))
        return "strange"

    async def resend(self, outcome, also=50):
        """Sends again what got no answer, and some of what did: each leads to one message, where it led before."""
        browser = Browser(self.server.port)
        await browser.sign_in(WHO[0])
        lost = list((self.unanswered | self.refused).items())
        for text, form in lost:
            await self._send(browser, text, form)
        moved = []
        for text, (form, address) in list(self.kept.items())[:also]:
            answer = await browser.write(self.talk, text, form)
            if answer.status != 303 or answer.headers.get("location") != address:
                moved.append((answer.status, address, answer.headers.get("location")))
        browser.close()
        outcome.expect(
            not moved and not self.unanswered and not self.refused,
            f"{len(lost)} forms without an answer and {min(also, len(self.kept))} with one, sent again, "
            "lead to one message each", moved[:3] or list(self.refused)[:3])

    async def expect_kept(self, outcome):
        """Every acknowledged message is there once, at its number, and nothing is there twice."""
        browser = Browser(self.server.port)
        await browser.sign_in(WHO[0])
        found = await messages(browser, self.talk)
        browser.close()
        numbers = [number for number, _ in found]
        texts = {text: number for number, text in found}
        gone = [text for text, (_, address) in self.kept.items()
                if texts.get(text) != int(re.search(r"#m(\d+)", address).group(1))]
        twice = [text for text, times in Counter(text for _, text in found).items()
                 if times > 1 and text.startswith(self.name + ".")]
        outcome.expect(not gone, f"all {len(self.kept)} acknowledged messages are there, where they were said to be", gone[:3])
        outcome.expect(not twice, "no message is there twice", twice[:3])
        outcome.expect(numbers == list(range(1, len(numbers) + 1)), "numbers have no gap",
                       [n for n, m in zip(numbers, numbers[1:]) if m != n + 1][:5])
        return found
