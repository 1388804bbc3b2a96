# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two processes on one PostgreSQL, and one of them is killed."""

import asyncio
import time

from browser import Browser
from cluster import town_cluster
from installation import expect_whole
from writers import Writers


async def pass_through(yard, outcome, is_quick):
    cluster, keys = town_cluster(yard, "pair")
    first, second = (yard.server(keys, database=cluster.address) for _ in range(2))
    outcome.expect(await first.start(), "one serves", first.said)
    outcome.expect(await second.start(), "the other serves", second.said)
    here, there = Writers(first, 12, name="here", retry=True), Writers(second, 12, name="there", retry=True)
    await here.sign_in()
    await there.sign_in()
    await expect_news(here, second, outcome)
    holders = cluster.ask(clock_holders())
    outcome.expect(len(holders) == 1, "the promise clock runs in one of them", holders)
    here.begin()
    there.begin()
    await asyncio.gather(here.until_kept(80), there.until_kept(80))
    outcome.did("the one with the clock is killed while 12 write at each")
    # The lock is released with its connection, so who holds it is told by which process dies.
    await first.kill()
    await here.stop()
    here.follow(second)
    outcome.expect(await there.until_kept(len(there.kept) + 40), "the other goes on")
    await there.stop()
    outcome.expect(not there.strange and not here.strange, "nobody got an answer that is none",
                   (there.strange + here.strange)[:2])
    await here.resend(outcome)
    await there.resend(outcome)
    await here.expect_kept(outcome)
    await there.expect_kept(outcome)
    begun = time.monotonic()
    took_over = cluster.await_(clock_holders("count(*)"), [("1",)], 75) and cluster.ask(clock_holders()) != holders
    outcome.expect(took_over, "the promise clock runs in the other within 75 seconds")
    outcome.did(f"after {time.monotonic() - begun:.0f} s")
    here.close()
    there.close()
    outcome.expect(await second.stop() == 0, "it stops when told", second.said[-300:])
    expect_whole(yard, keys, outcome, cluster.address, cluster.ask)


async def expect_news(writers, other, outcome):
    """Who listens at one process hears what is written at the other."""
    listener = Browser(other.port)
    await listener.sign_in("marieke")
    reader, wire = await asyncio.open_connection("127.0.0.1", other.port)
    wire.write(f"GET {writers.talk}/events HTTP/1.1\r\nHost: localhost\r\nCookie: session={listener.cookie}\r\n\r\n".encode())
    await reader.readuntil(b"retry: 3000")
    writer = Browser(writers.server.port)
    await writer.sign_in("marieke")
    delays = []
    for number in range(5):
        begun = time.monotonic()
        answer = await writer.write(writers.talk, f"news {number}")
        outcome.expect(answer.status == 303, "somebody writes at one", answer.status) if number == 0 else None
        try:
            async with asyncio.timeout(10):
                await reader.readuntil(b"event: changed")
            delays.append(time.monotonic() - begun)
        except (TimeoutError, asyncio.IncompleteReadError):
            delays.append(99)
        await asyncio.sleep(0.2)
    # Without an announcement it would be five seconds.
    outcome.expect(sorted(delays)[2] < 2 and max(delays) < 7, "who listens at the other hears it", delays)
    wire.close()
    listener.close()
    writer.close()


def clock_holders(what="pid"):
    """The connections that hold the lease: an advisory lock under the FNV-1a digest of its name."""
    key = 0xCBF29CE484222325
    for byte in b"rondom clock":
        key = (key ^ byte) * 0x100000001B3 % (1 << 64)
    return (f"SELECT {what} FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1 "
            f"AND classid = {key >> 32} AND objid = {key & 0xFFFFFFFF}")
