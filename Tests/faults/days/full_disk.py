# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""The disk is full, and then has room again."""

import asyncio
import os
import shutil
import subprocess

from browser import Browser
from installation import expect_whole, rows
from writers import Writers

QUICK = True


def small_disk(yard, megabytes):
    """A disk of its own in memory, to be filled up."""
    place = os.path.join(yard.folder, "small-disk")
    os.makedirs(place, exist_ok=True)
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", place], capture_output=True, check=False)
    if done.returncode:
        return None
    yard.undo.append(lambda: subprocess.run(["umount", "-l", place], check=False))
    return place


def fill(path):
    """Takes every byte that is left."""
    with open(path, "wb", buffering=0) as filler:
        for size in (1 << 16, 4096, 512, 1):
            try:
                while True:
                    filler.write(b"\0" * size)
            except OSError:
                continue


async def expect_refusals(browser, talk, data, outcome):
    # The log may have room of its own, from before it began anew.
    for number in range(2000):
        if (await browser.write(talk, f"one more {number}")).status != 303:
            break
    pages = {}
    before = records(data)
    for path in ("/families", talk, talk.rsplit("/", 2)[0], talk.rsplit("/", 2)[0] + "/access", "/account", "/health/live"):
        pages[path] = await browser.get(path)
    about = {path: page for path, page in pages.items() if path.startswith("/families")}
    # A record is smaller than a message, and may still fit.
    answered = [path for path, page in about.items() if not page.is_refusal_for_now]
    outcome.expect(records(data) - before == len(answered) and len(answered) < len(about),
                   "no page about a family without its access record: 503 with Retry-After",
                   (records(data) - before, [page.status for page in about.values()]))
    outcome.expect(pages["/health/live"].status == 200, "it tells that it lives")
    broken = [(path, page.status) for path, page in pages.items() if page.status >= 500 and page.status != 503]
    outcome.expect(not broken, "nothing answers 500", broken)
    answer = await browser.write(talk, "there is no room for this")
    outcome.expect(answer.is_refusal_for_now, "a message: 503 with Retry-After", answer.status)
    stranger = Browser(browser.port)
    answer = await stranger.sign_in("aylin")
    outcome.expect(answer.is_refusal_for_now or answer.status == 303, "signing in: done, or 503 with Retry-After",
                   answer.status)
    stranger.close()


def records(data):
    return rows(data, "SELECT count(*) FROM access_record")[0][0]


async def pass_through(yard, outcome, is_quick):
    disk = small_disk(yard, 64)
    if not disk:
        return outcome.did("skipped: only root can mount a small disk")
    data = yard.copy_of_town("town", parent=disk)
    server = yard.server(data)
    outcome.expect(await server.start(), "it serves", server.said)
    writers = Writers(server, 16, retry=True)
    await writers.sign_in()
    browser = Browser(server.port)
    await browser.sign_in("marieke")
    for round in range(1 if is_quick else 3):
        writers.begin()
        await writers.until_kept(len(writers.kept) + 100)
        filler = os.path.join(disk, "filler")
        fill(filler)
        # What fitted in the log that was there already goes on to be written, until that is full too.
        for _ in range(600):
            if len(writers.refused) >= 12:
                break
            fill(os.path.join(disk, "filler-too"))
            await asyncio.sleep(0.05)
        outcome.did(f"the disk is full: {len(writers.kept)} messages acknowledged, {len(writers.refused)} writers refused")
        outcome.expect(len(writers.refused) >= 12, "writers are refused", len(writers.refused))
        await writers.stop()
        fill(os.path.join(disk, "filler-too"))
        await expect_refusals(browser, writers.talk, data, outcome)
        os.unlink(filler)
        if os.path.exists(os.path.join(disk, "filler-too")):
            os.unlink(os.path.join(disk, "filler-too"))
        writers.begin()
        healed = await writers.until_kept(len(writers.kept) + 100, timeout=20)
        outcome.expect(healed, "with room again it goes on by itself")
        await writers.stop()
        outcome.expect(server.is_running, "it is the same process", server.said[-300:])
        page = await browser.get(writers.talk)
        outcome.expect(page.status == 200, "pages can be read again", page.status)
    await writers.resend(outcome)
    outcome.expect(not writers.strange and not writers.unanswered, "everybody got an answer: done, or 503",
                   writers.strange[:2] or list(writers.unanswered)[:2])
    found = await writers.expect_kept(outcome)
    outcome.expect(not [text for _, text in found if text.startswith("there is no room")],
                   "what was refused and not sent again is not there")
    writers.close()
    outcome.expect(await server.stop() == 0, "it stops when told", server.said[-300:])
    expect_whole(yard, data, outcome)
    shutil.rmtree(data, ignore_errors=True)
