# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a mother tells and where she lives leave no trace for the father: no address, stream, search, count, copy, mail."""

import time

from household import ask_for_mail, confirm_mail
from traces import OWN_NAME, Stream, differences, everything_said, mail_that_waits, search, taken_along
from walker import Walker
from ways import WAYS

TITLE = "A mother's disclosure and secret address"

# What tells where Eline and her children are: her address, her phone, their school and helpers.
SECRETS = [
    "Lindehof", "Ondiep-Noord", "06 00 00 02 36", "Bibliotheek aan de Plantage", "De Schakel", "groep 6", "groep 3",
    "poort aan de achterkant", "Nadia", "Benali", "Bart ", "Verhoeven", "verhuizing", "achterpoort",
]


def walk(stage):
    with Walker(stage, WAYS[0], "robert") as robert:
        ask_for_mail(robert)
        confirm_mail(robert)
    for way in WAYS:
        disclosure = way.word("Hij stond gisteren bij de zwaluwbrug.", "Yesterday he stood at the zwaluwbrug.")
        with Walker(stage, way, "eline") as eline, Walker(stage, way, "robert") as robert:
            family, talk, shared = her_own(stage, way, eline)
            everything_said(robert)
            before = everything_said(robert)
            waiting = mail_that_waits(stage)
            streams = [Stream(robert, door + "/events") for door in (shared, talk)]
            tells(stage, way, eline, talk, disclosure)
            no_trace(stage, way, robert, before)
            doors_closed(stage, way, eline, robert, before)
            nothing_found(stage, way, robert, family, shared)
            in_the_air(stage, way, eline, robert, shared, streams, waiting)


def her_own(stage, way, eline):
    """She reads where she lives, and finds the conversation that he must not find."""
    eline.come("/today")
    family = eline.family
    eline.come(family)
    stage.checks.that(eline.says("Lindehof 7"), f"{way.name}: she reads her own address")
    eline.follow(eline.page.locator('.nav a[href$="/conversations"]'))
    shared = eline.link("Fleur en Jip zien papa").get_attribute("href")
    eline.follow(eline.link("Veilig in en uit"))
    return family, eline.address, shared


def tells(stage, way, eline, talk, disclosure):
    eline.send(disclosure)
    stage.checks.that(eline.says("zwaluwbrug"), f"{way.name}: she tells what happened")


def no_trace(stage, way, robert, before):
    after = everything_said(robert)
    stage.checks.that(len(after) > 20, f"{way.name}: the father gets {len(after)} answers")
    stage.checks.none(differences(before, after), f"{way.name}: each is what it was: no count, no mark, no line more")
    stage.checks.none(
        [f"{secret} in {address}" for address, text in after.items() for secret in [*SECRETS, "zwaluwbrug"] if secret in text],
        f"{way.name}: in none a trace of where she and the children are")
    robert.come("/today")
    robert.come(robert.family)
    robert.come(robert.family + "/access")


def doors_closed(stage, way, eline, robert, own):
    """Every address that she can open and he can't answers him as one that is not there."""
    hers = [door for door, text in everything_said(eline).items() if door.startswith("/families/") and door not in own]
    hers += [door + end for door in hers if door.count("/") == 4 and "/conversations/" in door and "?" not in door
             for end in ("/messages", "/events", "/copy", "/participants")]
    nowhere = robert.get(robert.family + "/conversations/01900000-0000-7000-8000-000000000000")
    different = []
    for door in hers:
        answer = robert.get(door)
        # The log of a month, or a question about a line of it, is each reader's own.
        if "/access" in door and not any(secret in answer.text() for secret in [*SECRETS, "zwaluwbrug"]):
            continue
        # A form that was to begin with a name begins without, as with one that nobody has.
        if "/conversations/new?to=" in door:
            nobody = robert.get(door.partition("=")[0] + "=01900000-0000-7000-8000-000000000000")
            if OWN_NAME.sub("", answer.text()) == OWN_NAME.sub("", nobody.text()).replace("01900000-0000-7000-8000-000000000000", door.partition("=")[2]):
                continue
        if answer.status != 404 or answer.text() != nowhere.text():
            different.append(f"{answer.status} {door}")
    stage.checks.that(len(hers) > 10 and nowhere.status == 404, f"{way.name}: she opens {len(hers)} addresses that he does not find")
    stage.checks.none(different, f"{way.name}: tried one by one, they are not there for him")


def nothing_found(stage, way, robert, family, shared):
    for words in ("zwaluwbrug", "Lindehof", "achterpoort"):
        status, found = search(robert, family, words)
        stage.checks.that(
            status == 200 and "before=" not in found.partition('id="found"')[2], f"{way.name}: he finds nothing by searching {words}", status)
    status, copy = taken_along(robert, shared)
    stage.checks.that(status == 200 and "Fatma" in copy, f"{way.name}: he takes along what they share", status)
    stage.checks.none([secret for secret in [*SECRETS, "zwaluwbrug"] if secret in copy], f"{way.name}: and nothing else with it")


def in_the_air(stage, way, eline, robert, shared, streams, waiting):
    quiet = [len(stream.events) for stream in streams]
    stage.checks.that(quiet == [0, 0] and streams[1].status == 404, f"{way.name}: nothing came over his live streams", quiet)
    stage.checks.none(mail_that_waits(stage) - waiting, f"{way.name}: no mail goes to him")
    eline.come(shared)
    eline.send(way.word("Zaterdag is goed.", "Saturday is fine."))
    time.sleep(0.5)
    stage.checks.that(bool(streams[0].events), f"{way.name}: what she writes to him does come")
    stage.checks.that(mail_that_waits(stage), f"{way.name}: and he would be mailed about that")
    robert.come(shared)
    stage.checks.that(robert.says("Zaterdag is goed.", "Saturday is fine."), f"{way.name}: and he reads it")
    for stream in streams:
        stream.close()
