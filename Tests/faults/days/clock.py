# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""The clock is set back: while it runs, and between two runs."""

import os
import re

from browser import Browser, messages
from installation import FAKETIME, expect_whole, rows
from writers import Writers

QUICK = False


class Clock:
    """The clock of one program, that a file sets."""

    def __init__(self, yard):
        self.path = os.path.join(yard.folder, "clock.time")
        self.set("+0")

    def set(self, offset):
        with open(self.path + ".next", "w", encoding="ascii") as file:
            file.write(offset + "\n")
        os.replace(self.path + ".next", self.path)

    @property
    def options(self):
        # faketime adds to the environment, after which a Swift program does not find its arguments; so let `env`
        # be what it adds to, and become the program.
        return {"under": ["env"], "environment": {
            "LD_PRELOAD": FAKETIME, "FAKETIME_TIMESTAMP_FILE": self.path, "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1"}}

    def clear(self, servers):
        """What faketime leaves in shared memory."""
        for server in servers:
            for name in ("faketime_shm", "sem.faketime_sem"):
                path = f"/dev/shm/{name}_{server.process.pid}" if server.process else ""
                if os.path.exists(path):
                    os.unlink(path)


async def pass_through(yard, outcome, is_quick):
    if not os.path.exists(FAKETIME):
        return outcome.expect(False, "faketime is installed: tools/install faults")
    clock = Clock(yard)
    yard.undo.append(lambda: clock.clear(yard.servers))
    data = yard.copy_of_town("clock")
    server = yard.server(data, **clock.options)
    outcome.expect(await server.start(), "it serves", server.said)
    writers = Writers(server, 16, name="clock")
    await writers.sign_in()
    guest, leaver = Browser(server.port), Browser(server.port)
    await guest.sign_in("aylin")
    await leaver.sign_in("aylin")
    old = leaver.cookie
    await leaver.post("/session/end", {"token": leaver.token})
    await writers.for_seconds(1)
    before = len(writers.kept)
    clock.set("-3600")
    outcome.did("the clock is set back an hour while 16 people write")
    await writers.for_seconds(1)
    outcome.expect(len(writers.kept) > before and not writers.strange and not writers.refused and not writers.unanswered,
                   "everybody goes on writing", writers.strange[:2])
    moments = [at for (at,) in rows(data, last_moments(writers.talk))]
    outcome.expect(max(moments[:before]) - moments[-1] > 3_000_000, "the program sees the other hour",
                   (max(moments), moments[-1]))
    await writers.expect_kept(outcome)
    await expect_order(server, writers, outcome)
    page = await guest.get(writers.talk)
    outcome.expect(page.status == 200, "who is signed in stays so", page.status)
    leaver.cookie = old
    await expect_ended(leaver, outcome)
    await server.stop()
    clock.set("-7200")
    server = yard.server(data, **clock.options)
    outcome.expect(await server.start(), "it starts with a clock of yet another hour back", server.said)
    writers.follow(server)
    leaver.port = server.port
    leaver.close()
    await writers.for_seconds(1)
    await writers.expect_kept(outcome)
    await expect_order(server, writers, outcome)
    await expect_ended(leaver, outcome)
    await expect_no_return(server, clock, outcome)
    await writers.resend(outcome)
    writers.close()
    outcome.expect(await server.stop() == 0, "it stops when told", server.said[-300:])
    expect_whole(yard, data, outcome)


def last_moments(talk):
    return f"SELECT at FROM message WHERE conversation_id = '{talk.rsplit('/', 1)[1]}' ORDER BY number"


async def expect_order(server, writers, outcome):
    """Messages stand in the order of their numbers, also where their hours say otherwise."""
    browser = Browser(server.port)
    await browser.sign_in("marieke")
    page = await browser.get(writers.talk)
    browser.close()
    numbers = [int(number) for number in re.findall(r'<li class="message[^"]*" id="m(\d+)"', page.text)]
    outcome.expect(numbers == sorted(numbers) and len(numbers) > 1, "the page shows them by number", numbers)


async def expect_ended(leaver, outcome):
    answer = await leaver.get("/families")
    outcome.expect(answer.status == 303 and "/sign-in" in answer.headers.get("location", ""),
                   "a session that was ended stays ended", answer.status)


async def expect_no_return(server, clock, outcome):
    """A session that was over once does not live again because the clock says it is earlier."""
    sleeper = Browser(server.port)
    await sleeper.sign_in("aylin")
    clock.set("+0")
    outcome.did("the clock is right again: two hours later for who signed in before")
    answer = await sleeper.get("/families")
    outcome.expect(answer.status == 303, "a session not used for two hours is over", answer.status)
    clock.set("-7200")
    outcome.did("the clock is set back those two hours")
    answer = await sleeper.get("/families")
    outcome.expect(answer.status == 303, "and does not come back to life", answer.status)
    sleeper.close()
