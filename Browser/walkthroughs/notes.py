# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A call noted in a minute with what follows, the mother's own words on it, a call asked for, and not agreeing."""

from reader import Reader
from walker import Walker
from ways import WAYS

TITLE = "A contact note, a call back, and not agreeing"


def walk(stage):
    home = family(stage)
    for way in WAYS:
        text = way.word("Ze slaapt weer door.", "She sleeps through again.")
        address = noted(stage, way, home, text)
        answered(stage, way, home, text, address)
        called_back(stage, way, home)
        disagreed(stage, way, home)


def noted(stage, way, home, text):
    checks = stage.checks
    with Walker(stage, way, "marieke") as marieke:
        marieke.come(home + "/notes")
        with marieke.within(3, "a contact is noted"):
            marieke.follow(marieke.link("Nieuwe contactnotitie", "New contact note"))
            marieke.choose(marieke.choice("with", "Aylin Yildiz"))
            marieke.choose(marieke.choice("about", "Noor de Wit-Yildiz"))
            marieke.type("message", text)
            marieke.type("what-1", marieke.word("Boek over slapen lenen", "Lend a book about sleep"))
            marieke.follow(marieke.button("Bewaar", "Keep"))
        checks.that(marieke.says(text), f"{way.name}: it stands there at once")
        address = marieke.address
        marieke.come("/working-notes")
        checks.that(
            marieke.says("bij geen enkel dossier", "belong to no dossier"), f"{way.name}: one's own notes say that they are no dossier")
        marieke.come("/today/quiet")
        return address


def answered(stage, way, home, text, address):
    checks = stage.checks
    own = way.word("Ik heb dat zelf gezien.", "I saw that myself.")
    with Walker(stage, way, "aylin") as aylin:
        aylin.come(home + "/notes")
        checks.that(aylin.says(text), f"{way.name}: the mother reads what was noted")
        aylin.come(address)
        aylin.type("statement", own)
        aylin.follow(aylin.button("Zet mijn woorden erbij", "Add my words"))
        checks.that(aylin.says(own), f"{way.name}: and puts her own words beside it")


def called_back(stage, way, home):
    with Walker(stage, way, "aylin") as aylin:
        aylin.come(home)
        with aylin.within(3, "somebody is asked to call"):
            aylin.follow(aylin.link("Vraag iemand om te bellen", "Ask somebody to call"))
            aylin.choose(aylin.choice("who", "Sanne Kuipers"))
            aylin.follow(aylin.button("Vraag om te bellen", "Ask to be called"))
        stage.checks.that(aylin.says("Sanne Kuipers"), f"{way.name}: and sees who owes it")


def disagreed(stage, way, home):
    checks = stage.checks
    with Walker(stage, way, "joost") as joost:
        joost.come(home)
        joost.follow(joost.link("Niet mee eens?", "Don't agree?"))
        checks.that(joost.says("088 555 10 00"), f"{way.name}: the number of the confidential adviser stands there")
        joost.follow(joost.button("Versturen", "Send"))
        checks.that(joost.page.locator("#kind-error").count() == 1, f"{way.name}: what is missing is said at its field")
        joost.choose(joost.choice("kind", joost.word("Ik heb een klacht", "I have a complaint")))
        joost.choose(joost.choice("about", "Marieke Postma"))
        joost.type("message", joost.word("Ik word vergeten.", "I am forgotten."))
        joost.follow(joost.button("Versturen", "Send"))
        checks.that(joost.says("Ik word vergeten.", "I am forgotten."), f"{way.name}: it is sent, and he sees when he hears of it")
    with Walker(stage, way, "marieke") as marieke:
        marieke.come(home)
        checks.that(not marieke.says("vergeten", "forgotten"), f"{way.name}: whom it is about finds nothing of it")


def family(stage):
    with Reader(stage, "aylin") as aylin:
        aylin.open("/families")
        return aylin.family
