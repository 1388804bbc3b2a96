# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""Too many at the door: slow clients, a disk that hardly moves, being told to stop in the middle of it."""

import asyncio
import os
import time

from browser import Browser
from installation import expect_whole
from writers import Writers

QUICK = True


async def pass_through(yard, outcome, is_quick):
    if not is_quick:
        await slow_headers(yard, outcome)
    await full_queue(yard, outcome)
    await told_to_stop(yard, outcome, is_quick)


async def dribble(port, seconds):
    """Sends a header's letters one by one; tells after how long it was shown out, or nil."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET /demo HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
    begun = time.monotonic()
    try:
        while time.monotonic() - begun < seconds:
            writer.write(b"a")
            await writer.drain()
            try:
                async with asyncio.timeout(0.5):
                    if not await reader.read(1024):
                        return time.monotonic() - begun
            except TimeoutError:
                pass
        return None
    except OSError:
        return time.monotonic() - begun
    finally:
        writer.close()


async def slow_headers(yard, outcome):
    server = yard.server(yard.copy_of_town("slow"))
    outcome.expect(await server.start(), "it serves", server.said)
    seconds = 45
    slow = [asyncio.create_task(dribble(server.port, seconds)) for _ in range(64)]
    outcome.did(f"64 clients send their headers a letter at a time, for at most {seconds} s")
    browser, slowest = Browser(server.port), 0.0
    await browser.sign_in("marieke")
    for _ in range(20):
        begun = time.monotonic()
        page = await browser.get("/families")
        slowest = max(slowest, time.monotonic() - begun)
        if page.status != 200:
            break
        await asyncio.sleep(0.1)
    outcome.expect(page.status == 200 and slowest < 1, "somebody else gets pages at once", (page.status, slowest))
    shown_out = await asyncio.gather(*slow)
    outcome.expect(all(shown_out), "the slow ones are shown out",
                   f"{sum(1 for time in shown_out if time)} of 64 within {seconds} s")
    browser.close()
    outcome.expect(await server.stop() == 0, "it stops when told", server.said[-300:])


async def full_queue(yard, outcome):
    """A disk that stands still for twelve seconds, and more writers than may wait."""
    data = yard.copy_of_town("queue")
    server = yard.server(data, under=[
        "strace", "-D", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync",
        "-e", "inject=fdatasync:delay_enter=12000000:when=40+1000"])
    outcome.expect(await server.start(), "it serves", server.said)
    browser = Browser(server.port)
    await browser.sign_in("marieke")
    writers = Writers(server, 4)
    await writers.sign_in()
    # More at once than one group and the queue behind it hold.
    crowd = Writers(server, 2200, name="crowd", patience=60)
    crowd.talk = writers.talk
    crowd._browsers = [Browser(server.port, 60) for _ in range(crowd.count)]
    for number, one in enumerate(crowd._browsers):
        one.cookie, one.token, one.number = browser.cookie, browser.token, number
    writers.begin()
    stands_still = await writers.until_quiet()
    begun = time.monotonic()
    crowd.begin()
    await asyncio.sleep(0.1)
    await asyncio.gather(crowd.stop(), writers.stop())
    took = time.monotonic() - begun
    outcome.did(f"2,200 write at once while the disk stands still: {len(crowd.kept)} done, {len(crowd.refused)} refused, {took:.0f} s")
    outcome.expect(stands_still and crowd.refused and not crowd.strange and not writers.strange,
                   "those for whom there is no room get 503 with Retry-After", (crowd.strange + writers.strange)[:2])
    outcome.expect(not crowd.unanswered and crowd.slowest < 45, "nobody waits for ever",
                   (len(crowd.unanswered), crowd.slowest))
    crowd.close()
    browser.close()
    outcome.expect(await server.stop(60) == 0, "it stops when told", server.said[-300:])
    server = yard.server(data)
    outcome.expect(await server.start(), "it starts on a better disk", server.said)
    for some in (writers, crowd):
        some.follow(server)
        await some.expect_kept(outcome)
    writers.close()
    outcome.expect(await server.stop() == 0, "it stops when told", server.said[-300:])
    expect_whole(yard, data, outcome)


async def told_to_stop(yard, outcome, is_quick):
    data = yard.copy_of_town("stop")
    server = yard.server(data)
    outcome.expect(await server.start(), "it serves", server.said)
    writers = Writers(server, 64, name="stop")
    await writers.sign_in()
    writers.begin()
    await writers.until_kept(300)
    listener = await listen(server, writers)
    half = None if is_quick else await send_half(server)
    longest = 5 if is_quick else 15
    begun = time.monotonic()
    code = await server.stop(30)
    took = time.monotonic() - begun
    await writers.stop()
    outcome.did(f"SIGTERM while 64 write, one listens{'' if is_quick else ' and one sent half a request'}: {len(writers.kept)} acknowledged, ended after {took:.1f} s")
    outcome.expect(code == 0 and took < longest, f"it ends with 0 within {longest} seconds", (code, took, server.said[-300:]))
    outcome.expect(not writers.strange, "nobody got an answer that is none", writers.strange[:3])
    listener.close()
    if half:
        half.close()
    left = [name for name in os.listdir(data) if name.endswith("-wal") and os.path.getsize(f"{data}/{name}")]
    outcome.expect(not left, "the log is in the file", left)
    server = yard.server(data)
    outcome.expect(await server.start(), "it starts again", server.said)
    writers.follow(server)
    found = await writers.expect_kept(outcome)
    done = {text for _, text in found}
    cut = [text for text in writers.unanswered if text in done]
    outcome.expect(not cut, "whatever was done was answered", f"{len(cut)} done without an answer")
    await writers.resend(outcome)
    writers.close()
    outcome.expect(await server.stop() == 0, "it stops when told", server.said[-300:])
    expect_whole(yard, data, outcome)


async def listen(server, writers):
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    cookie = writers._browsers[0].cookie
    writer.write(f"GET {writers.talk}/events HTTP/1.1\r\nHost: localhost\r\nCookie: session={cookie}\r\n\r\n".encode())
    await reader.readuntil(b"\r\n\r\n")
    return writer


async def send_half(server):
    """Somebody whose request never ends."""
    _, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(b"POST /demo/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nperson=")
    await writer.drain()
    return writer
