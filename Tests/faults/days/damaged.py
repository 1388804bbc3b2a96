# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""The database, the key store or the store key is damaged, wrong or gone."""

import os
import shutil

from browser import Browser

QUICK = True


def overwrite(path, at, count):
    with open(path, "r+b") as file:
        file.seek(at)
        file.write(bytes(range(7, 7 + count % 200)) * (count // (count % 200 or 1) + 1))


def no_sqlite(data):
    overwrite(f"{data}/town.sqlite", 0, 4096 + 123)


def other_key(data):
    with open(f"{data}/rondom.storekey", "wb") as file:
        file.write(os.urandom(32))


def short_key(data):
    with open(f"{data}/rondom.storekey", "wb") as file:
        file.write(b"short")


def no_key(data):
    os.unlink(f"{data}/rondom.storekey")


def no_keys(data):
    """Not made anew over the data: that would lock the data out for good."""
    os.unlink(f"{data}/town.keys")


def no_keys_at_all(data):
    no_key(data)
    no_keys(data)


def damaged_keys(data):
    overwrite(f"{data}/town.keys", 0, 2048 + 99)


def unreadable(data):
    """A folder where the file should be."""
    os.unlink(f"{data}/town.sqlite")
    os.mkdir(f"{data}/town.sqlite")


STARTS = [
    ("the database's file is overwritten at its beginning", no_sqlite),
    ("the store key is another one", other_key),
    ("the store key is cut off", short_key),
    ("the store key is gone", no_key),
    ("the key store is gone, the store key is there", no_keys),
    ("key store and store key are gone", no_keys_at_all),
    ("the key store is overwritten", damaged_keys),
    ("where the database should be is a folder", unreadable),
]


async def pass_through(yard, outcome, is_quick):
    for number, (what, damage) in enumerate(STARTS):
        data = yard.copy_of_town(f"damaged-{number}")
        damage(data)
        server = yard.server(data)
        serves = await server.start(20)
        outcome.did(what)
        said = server.said.strip()
        outcome.expect(not serves and server.process.poll() == 2, "it does not start, and exits with 2",
                       (server.process.poll(), said[-300:]))
        outcome.expect(is_plain(said), "it says in one line what to do", said[-400:])
        if not serves:
            outcome.did(f"“{said}”")
        server.end_now()
        shutil.rmtree(data)
    await damage_inside(yard, outcome)


def is_plain(said):
    lines = [line for line in said.splitlines() if line.strip()]
    return len(lines) == 1 and len(lines[0]) > 40 and ". " in lines[0] and "Swift" not in lines[0]


async def damage_inside(yard, outcome):
    """Some pages of the file hold something else: those who meet them get no page, others do; it is found."""
    data = yard.copy_of_town("damaged-inside")
    path = f"{data}/town.sqlite"
    size = os.path.getsize(path)
    for at in range(4096 * 8, size - 4096, 4096 * 3):
        overwrite(path, at, 512 + 77)
    server = yard.server(data)
    serves = await server.start(20)
    outcome.did("every third page of the database's file is overwritten")
    if serves:
        browser, answers = Browser(server.port), []
        for path in ("/health/live", "/sign-in", "/demo", "/health/ready"):
            answers.append((path, (await browser.get(path)).status))
        for who in ("aylin", "marieke", "thijs"):
            answer = await browser.sign_in(who)
            answers.append((who, answer.status))
            if answer.status == 303:
                answers.append(("/families", (await browser.get("/families")).status))
        browser.close()
        outcome.expect(server.is_running, "it goes on answering", server.said[-300:])
        outcome.expect(all(status in (200, 303, 500, 503) for _, status in answers) and answers[0][1] == 200,
                       "with a page or a refusal", answers)
        outcome.expect("SELECT" not in server.said and "Aylin" not in server.said,
                       "and its log tells no content", server.said[-300:])
        await server.stop()
    else:
        outcome.expect(is_plain(server.said.strip()), "it says in one line what to do", server.said[-400:])
    if "verify" in yard.speaks:
        done = yard.command("verify", "--database", f"sqlite:{data}/town.sqlite", "--keys", f"sqlite:{data}/town.keys")
        outcome.expect(done.returncode != 0, "rondom verify finds it", done.stdout[-300:])
