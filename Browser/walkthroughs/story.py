# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A mother tells her story, a worker reads it and says so, and she says who reads which version."""

from reader import Reader
from walker import Walker
from ways import WAYS

TITLE = "A story in one's own words"


def walk(stage):
    home = stories(stage)
    for way in WAYS:
        words = way.word("Ik ben gek op zaterdagen.", "I love Saturdays.")
        told(stage, way, home, words)
        confirmed(stage, way, home, words)
        narrowed(stage, way, home)


def told(stage, way, home, words):
    checks = stage.checks
    with Walker(stage, way, "aylin") as aylin:
        aylin.come(home)
        aylin.follow(aylin.link("Jouw verhaal", "Your story"))
        aylin.type("message", " ")
        aylin.follow(aylin.button("Bewaar deze versie", "Keep this version"))
        checks.that(aylin.page.locator("#message-error").count() == 1, f"{way.name}: an empty story is not kept")
        aylin.type("message", words)
        if not way.script:
            aylin.follow(aylin.button("Later verder", "Go on later"))
            checks.that(aylin.field("message").input_value() == words, f"{way.name}: what she typed waits for her")
        with aylin.within(1, "a version is kept"):
            aylin.follow(aylin.button("Bewaar deze versie", "Keep this version"))
        checks.that(aylin.says(words), f"{way.name}: her words stand there")
        aylin.follow(aylin.link("Versie 1,", "Version 1,"))
        checks.that(not aylin.says("deze week lukte"), f"{way.name}: an earlier version stays to be read by her")


def confirmed(stage, way, home, words):
    with Walker(stage, way, "marieke") as marieke:
        marieke.come(home)
        marieke.follow(marieke.link("Het verhaal van Aylin", "The story of Aylin"))
        stage.checks.that(marieke.says(words), f"{way.name}: the worker reads it as it is now")
        with marieke.within(1, "having read it is said"):
            marieke.follow(marieke.button("Ik heb dit gelezen", "I have read this"))
        stage.checks.that(
            marieke.says("niet opnieuw naar te vragen", "need not ask about it again"), f"{way.name}: and need not ask again")


def narrowed(stage, way, home):
    checks = stage.checks
    with Walker(stage, way, "aylin") as aylin, Walker(stage, way, "marieke") as marieke:
        marieke.come(home)
        marieke.follow(marieke.link("Het verhaal van Aylin", "The story of Aylin"))
        address = marieke.address
        aylin.come(address)
        checks.that(aylin.says("Marieke Postma las het", "Marieke Postma read it"), f"{way.name}: the mother sees who read it")
        with aylin.within(1, "somebody reads it no longer"):
            aylin.follow(aylin.button("Niet meer laten lezen", "Let read no longer"))
        checks.that(marieke.get(address).status == 404, f"{way.name}: then nothing of it is there for the worker")
        aylin.follow(aylin.button("Laat lezen", "Let read"))
        checks.that(marieke.get(address).status == 200, f"{way.name}: and it is there again when she gives it")


def stories(stage):
    with Reader(stage, "aylin") as aylin:
        aylin.open("/families")
        return aylin.family + "/story"
