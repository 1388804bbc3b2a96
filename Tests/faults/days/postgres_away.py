# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""PostgreSQL crashes, freezes, and comes back."""

import asyncio
import time

from browser import Browser, NoAnswer
from cluster import town_cluster
from installation import expect_whole
from writers import Writers


async def pass_through(yard, outcome, is_quick):
    cluster, keys = town_cluster(yard, "away")
    server = yard.server(keys, database=cluster.address)
    outcome.expect(await server.start(), "it serves", server.said)
    writers = Writers(server, 48, name="away", retry=True, patience=60)
    await writers.sign_in()
    await crash(cluster, server, writers, outcome)
    await freeze(cluster, server, writers, outcome)
    outcome.expect(server.is_running, "it is the same process", server.said[-300:])
    await writers.resend(outcome)
    outcome.expect(not writers.strange and not writers.unanswered, "everybody got an answer: done, or 503",
                   writers.strange[:2] or list(writers.unanswered)[:2])
    await writers.expect_kept(outcome)
    writers.close()
    outcome.expect(await server.stop() == 0, "it stops when told", server.said[-300:])
    expect_whole(yard, keys, outcome, cluster.address, cluster.ask)
    await absent_at_start(yard, cluster, keys, outcome)


async def expect_refusal(server, writers, outcome, within):
    browser = Browser(server.port, 60)
    browser.cookie = writers._browsers[0].cookie
    begun = time.monotonic()
    try:
        page = await browser.get(writers.talk)
        took = time.monotonic() - begun
        outcome.expect(page.is_refusal_for_now and took < within,
                       f"a page: 503 with Retry-After within {within} s", (page.status, took))
        outcome.expect((await browser.get("/health/live")).status == 200, "it tells that it lives")
        outcome.expect((await browser.get("/health/ready")).status == 503, "and that it is not ready")
    except NoAnswer as error:
        outcome.expect(False, "a page: 503 with Retry-After", error)
    browser.close()


async def crash(cluster, server, writers, outcome):
    writers.begin()
    await writers.until_kept(len(writers.kept) + 200)
    outcome.did("PostgreSQL crashes while 48 write")
    cluster.stop()
    await expect_refusal(server, writers, outcome, 35)
    await asyncio.sleep(2)
    cluster.start()
    begun = time.monotonic()
    outcome.expect(await writers.until_kept(len(writers.kept) + 100, 30), "back again, it goes on by itself")
    outcome.did(f"after {time.monotonic() - begun:.1f} s")
    await writers.stop()


async def freeze(cluster, server, writers, outcome):
    writers.slowest = 0.0
    writers.begin()
    await writers.until_kept(len(writers.kept) + 200)
    outcome.did("PostgreSQL stands still, its connections open, while 48 write")
    cluster.freeze()
    await expect_refusal(server, writers, outcome, 40)
    cluster.thaw()
    begun = time.monotonic()
    outcome.expect(await writers.until_kept(len(writers.kept) + 100, 30), "moving again, it goes on by itself")
    outcome.did(f"after {time.monotonic() - begun:.1f} s")
    await writers.stop()
    outcome.expect(writers.slowest < 50, "nobody waited for ever", f"{writers.slowest:.0f} s")


async def absent_at_start(yard, cluster, keys, outcome):
    cluster.stop()
    server = yard.server(keys, database=cluster.address)
    begun = time.monotonic()
    serves = await server.start(30)
    said = server.said.strip()
    outcome.did(f"started without PostgreSQL: “{said}”")
    outcome.expect(not serves and server.process.poll() == 2 and time.monotonic() - begun < 15 and
                   len(said.splitlines()) == 1 and "Check" in said, "it exits with 2 and one line that says what to do",
                   (server.process.poll(), said))
