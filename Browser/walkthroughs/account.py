# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""One's own account: mail on and off again, sessions that are seen and ended, another language."""

import re

from household import ask_for_mail, confirm_mail, mailbox
from reader import PHONE, Reader
from walker import Walker
from ways import WAYS

TITLE = "One's own account: mail and sessions"


def walk(stage):
    people = {way.name: person for way, person in zip(WAYS, ("truus", "joost"))}
    for way in WAYS:
        with Walker(stage, way, people[way.name]) as reader:
            shared_address(stage.checks, way, reader)
            ask_for_mail(reader)
    for way in WAYS:
        with Walker(stage, way, people[way.name]) as reader:
            mail(stage, way, reader)
            sessions(stage, way, reader, people[way.name])


def shared_address(checks, way, reader):
    reader.come("/account")
    reader.follow(reader.link("Mail als er iets nieuws is", "Mail when something is new"))
    reader.type("address", "samen@example.nl")
    reader.follow(reader.button("Stuur me een code", "Send me a code"))
    checks.that(
        reader.page.locator(".errors a").count() == 1 and reader.field("address").input_value() == "samen@example.nl",
        f"{way.name}: an address that others read, too, is refused, and stays in its field")


def mail(stage, way, reader):
    checks = stage.checks
    reader.come("/account/notices")
    reader.type("code", "000000")
    reader.follow(reader.page.locator('form[action="/account/notices/address"] button'))
    checks.that(reader.page.locator("#code-error").count() == 1, f"{way.name}: a wrong code turns nothing on")
    confirm_mail(reader)
    checks.that(reader.says("Mail staat aan", "Mail is on"), f"{way.name}: with the code from the letter mail is on")
    letters = "\n".join(letter["data"] for letter in stage.town.letters.to(mailbox(reader)))
    said = re.sub(r"^(To|Message-ID): .*$", "", letters, flags=re.MULTILINE)
    told = [word for word in ("Truus", "Joost", "Noor", "Sem", "gezin", "family", "kind", "child", "zorg", "care") if word in said]
    checks.none(told, f"{way.name}: the letter tells nothing of whom or what")
    reader.follow(reader.button("Zet mail uit", "Turn mail off"))
    checks.that(not reader.says("Mail staat aan", "Mail is on"), f"{way.name}: and it is off again")


def sessions(stage, way, reader, person):
    """Another device of the same person is seen, and ended."""
    checks = stage.checks
    with Reader(stage, person, size=PHONE) as phone:
        checks.that(phone.get("/account").status == 200, f"{way.name}: the same person is signed in on a phone")
        reader.come("/account")
        ends = reader.page.locator('button[name="session"]')
        before = ends.count()
        checks.that(before >= 1, f"{way.name}: the other devices are on the page")
        reader.follow(ends.first)
        checks.that(ends.count() == before - 1, f"{way.name}: one of them is ended")
        reader.follow(reader.button("Log uit op alle andere apparaten", "Sign out on all other devices"))
        checks.that(phone.get("/account").status == 303, f"{way.name}: and all of them, at once")
        checks.that(reader.get("/account").status == 200, f"{way.name}: this device stays signed in")
    if way.script:
        reader.come("/account?done=language")
        checks.that("done" not in reader.address, f"{way.name}: what an act said leaves the address")
