# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""The mail server is down, refuses, hangs, hangs up, has no TLS; we are killed before the record."""

import asyncio
import base64
import email.utils
import hashlib
import hmac
import os
import sqlite3
import struct
import time

from browser import Browser
from installation import FAKETIME, Server, expect_whole, free_port, rows
from postbox import Postbox

from days.clock import Clock

QUICK = False
# Mail is looked after every fifteen seconds.
LONGEST = 480

PASSWORD = "oefenen in de wijk"
SECRET = "RONDOMRONDOMRONDOMRONDOMRONDOMRO"
WRITER, READER = "aylin", "marieke"


class EarnestServer(Server):
    """`rondom serve` on a town as if it were in earnest: a demo never sends mail."""

    def __init__(self, yard, data, mail, line=("--mail-without-tls",), **options):
        super().__init__(yard, data, **options)
        self.mail = mail
        self.line = line

    @property
    def arguments(self):
        return ["serve", "--database", f"sqlite:{self.data}/town.sqlite", "--keys", f"sqlite:{self.data}/town.keys",
                "--port", str(self.port), "--mail", f"smtp://127.0.0.1:{self.mail}", "--mail-from",
                "post@rondom.example", *self.line]

    async def says(self, words, seconds=50):
        """Whether it logs so from now on."""
        before = self.said.count(words)
        for _ in range(int(seconds / 0.1)):
            if self.said.count(words) > before:
                return True
            await asyncio.sleep(0.1)
        return False


class Post:
    """A mother who writes, a professional who gets mail about it, and the clock over both."""

    def __init__(self, yard, data, clock, postbox):
        self.yard = yard
        self.data = data
        self.clock = clock
        self.postbox = postbox
        self.minutes = 0
        self.talk = None
        self.server = None

    async def serve(self, outcome, **options):
        self.server = EarnestServer(self.yard, self.data, self.postbox.port, **options, **self.clock.options)
        self.yard.servers.append(self.server)
        outcome.expect(await self.server.start(), "it serves", self.server.said[-300:])

    def wait(self, minutes):
        self.minutes += minutes
        self.clock.set(f"+{self.minutes * 60}")

    async def sign_in(self, name):
        browser = Browser(self.server.port)
        answer = await browser.post("/sign-in", {"name": name, "password": PASSWORD})
        if "/sign-in/code" in answer.headers.get("location", ""):
            await browser.post("/sign-in/code", {"code": code(time.time() + self.minutes * 60)})
        browser.token = (await browser.get("/account")).field("token")
        return browser

    async def write(self):
        writer = await self.sign_in(WRITER)
        answer = await writer.write(self.talk, "Bel je me even?")
        writer.close()
        return answer.status == 303

    async def read(self):
        """Whoever read it gets no mail about it; what comes after is told anew."""
        reader = await self.sign_in(READER)
        await reader.get(self.talk)
        reader.close()

    @property
    def waiting(self):
        return rows(self.data, "SELECT tries FROM outbox ORDER BY account, subject")


def code(now):
    """What the app shows (RFC 6238)."""
    mac = hmac.new(base64.b32decode(SECRET), struct.pack(">Q", int(now / 30)), hashlib.sha1).digest()
    place = mac[19] & 15
    return f"{(struct.unpack('>I', mac[place:place + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def make_earnest(data):
    """Takes away what tells that a town is invented."""
    for file, changes in {
        "town.sqlite": ["DELETE FROM demo_person", "UPDATE installation SET id = replace(id, 'demo-', '')"],
        "town.keys": ["UPDATE vault_state SET installation = replace(installation, 'demo-', '')"],
    }.items():
        connection = sqlite3.connect(os.path.join(data, file))
        for change in changes:
            connection.execute(change)
        connection.commit()
        connection.close()


async def pass_through(yard, outcome, is_quick):
    if not os.path.exists(FAKETIME):
        return outcome.expect(False, "faketime is installed: tools/install faults")
    data = yard.copy_of_town("mail")
    # The one conversation of the two; asked while the demo people are still known by name.
    talk = rows(data, f"""
        SELECT p.family_id, p.conversation_id FROM participant p
        JOIN participant q ON q.conversation_id = p.conversation_id
        JOIN demo_person a ON a.account = p.account_id AND a.slug = '{WRITER}'
        JOIN demo_person b ON b.account = q.account_id AND b.slug = '{READER}'
        ORDER BY p.conversation_id LIMIT 1""")[0]
    make_earnest(data)
    clock, postbox = Clock(yard), Postbox(free_port())
    yard.undo.append(lambda: clock.clear(yard.servers))
    post = Post(yard, data, clock, postbox)
    post.talk = f"/families/{talk[0]}/conversations/{talk[1]}"
    await postbox.open()
    await post.serve(outcome)
    await choose_mail(post, outcome)
    await expect_patience(post, outcome)
    await expect_sent_after_kill(post, outcome)
    await expect_one_an_hour(post, outcome)
    await expect_loud_refusal(post, outcome)
    expect_hours(postbox, outcome)
    await postbox.close()
    outcome.expect(await post.server.stop() == 0, "it stops when told", post.server.said[-300:])
    secrets = ["Bel je me", "voorbeeld.example", "Yildiz", "Postma"]
    said = "".join(server.said for server in yard.servers)
    outcome.expect(not [word for word in secrets if word in said], "its log names nobody")
    expect_whole(yard, data, outcome)


async def choose_mail(post, outcome):
    reader = await post.sign_in(READER)
    await reader.post("/account/notices/codes", {
        "token": reader.token, "address": "post@voorbeeld.example", "own": "yes"})
    outcome.expect(await post.postbox.until(1), "a code comes to who gives an address")
    answer = await reader.post("/account/notices/address", {
        "token": reader.token, "code": post.postbox.letters[0].code})
    outcome.expect(answer.status == 303, "which confirms it", answer.status)
    await reader.get(post.talk)
    reader.close()
    post.postbox.letters.clear()


async def expect_patience(post, outcome):
    """Whatever is for now keeps the letter waiting."""
    outcome.expect(await post.write(), "a message is written")
    await post.postbox.close()
    post.wait(3)
    outcome.did("the mail server is down")
    outcome.expect(await post.server.says("can't be reached"), "it says that mail waits")
    outcome.expect(post.waiting == [(1,)], "and the letter waits", post.waiting)
    await post.postbox.open()
    for mood, minutes, words in [("later", 2, "did not take it (451)"), ("drops", 6, "Mail waits|A mail waits"),
                                 ("silent", 16, "can't be reached")]:
        post.postbox.mood = mood
        post.wait(minutes)
        outcome.did(f"the mail server {MOODS[mood]}")
        said = await asyncio.gather(*[post.server.says(each) for each in words.split("|")])
        outcome.expect(any(said), "it says that mail waits", post.server.said[-300:])
        outcome.expect(len(post.waiting) == 1, "and the letter waits", post.waiting)
        if mood == "silent":
            begun = time.monotonic()
            reader = await post.sign_in(WRITER)
            outcome.expect((await reader.get(post.talk)).status == 200 and time.monotonic() - begun < 5,
                           "while pages come as fast as ever")
            reader.close()
    await expect_no_open_line(post, outcome)
    post.postbox.mood = "well"
    post.wait(181)
    outcome.expect(await post.postbox.until(1), "the letter comes once all is well", post.server.said[-300:])
    outcome.expect(await empty(post), "and waits no more", post.waiting)


MOODS = {"later": "refuses for now", "drops": "hangs up after the letter", "silent": "says nothing"}


async def expect_no_open_line(post, outcome):
    outcome.expect(await post.server.stop() == 0, "it stops when told")
    await post.serve(outcome, line=())
    post.postbox.mood = "well"
    named = post.postbox.named
    post.wait(61)
    outcome.did("TLS is asked of a mail server that has none")
    outcome.expect(await post.server.says("Mail waits") or "waits" in post.server.said, "it says that mail waits")
    outcome.expect(post.postbox.named == named and not post.postbox.letters, "nobody was named on an open line")
    outcome.expect(await post.server.stop() == 0, "it stops when told")
    await post.serve(outcome)


async def empty(post, seconds=10):
    for _ in range(int(seconds / 0.1)):
        if not post.waiting:
            return True
        await asyncio.sleep(0.1)
    return False


async def expect_sent_after_kill(post, outcome):
    await post.read()
    outcome.expect(await post.write(), "another message is written")
    post.postbox.mood = "holds"
    post.wait(61)
    outcome.expect(await post.postbox.until(2), "its letter is taken")
    await post.server.kill()
    outcome.did("kill -9 before it knew")
    outcome.expect(len(post.waiting) == 1, "the letter is still in the outbox", post.waiting)
    post.postbox.mood = "well"
    post.postbox.release.set()
    await post.serve(outcome)
    outcome.expect(await post.postbox.until(3), "it goes again")
    names = [letter.name for letter in post.postbox.letters[1:]]
    outcome.expect(len(set(names)) == 1 and names[0], "under the same name", names)
    outcome.expect(await empty(post), "and once", post.waiting)


async def expect_one_an_hour(post, outcome):
    for _ in range(3):
        await post.read()
        await post.write()
        post.wait(10)
    await asyncio.sleep(17)
    outcome.expect(len(post.postbox.letters) == 3, "more messages within the hour are no more letters")
    post.wait(31)
    outcome.expect(await post.postbox.until(4), "but one when it is over")
    outcome.expect(await empty(post) and len(post.postbox.letters) == 4, "for all of them")


async def expect_loud_refusal(post, outcome):
    await post.read()
    await post.write()
    post.postbox.mood = "refuses"
    post.wait(61)
    outcome.expect(await post.server.says("A mail was dropped: the server refused it (550)"), "a refusal for good is said")
    outcome.expect(await empty(post), "and the letter dropped", post.waiting)
    post.postbox.mood = "well"
    reader = await post.sign_in(READER)
    page = await reader.get("/account/notices")
    outcome.expect(page.status == 200 and "post@voorbeeld.example" in page.text and "De mail kwam niet aan" in page.text,
                   "whoever it was for reads so on their own page")
    await reader.get(post.talk)
    reader.close()
    post.wait(24 * 60)
    await post.write()
    post.wait(3)
    outcome.expect(await post.postbox.until(5), "a day later it is tried again")


def expect_hours(postbox, outcome):
    """By their dates, but for the one that went twice under one name."""
    dates = {letter.name: email.utils.parsedate_to_datetime(letter.date) for letter in postbox.letters}
    moments = sorted(dates.values())
    gaps = [(after - before).total_seconds() for before, after in zip(moments, moments[1:])]
    outcome.expect(len(moments) == 4 and min(gaps) >= 3_600, "at most one letter an hour, none lost", gaps)
