# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Somebody on duty opens one family at night, reads first what keeps it safe, and the privacy officer judges it."""

import datetime

from walker import Walker
from ways import WAYS

TITLE = "An emergency access and its review"


def walk(stage):
    for way in WAYS:
        with Walker(stage, way, "marieke") as marieke, Walker(stage, way, "mirjam") as mirjam:
            writes_card(way, marieke)
            family = opens(stage, way, mirjam, marieke)
            widens(stage.checks, way, mirjam, family)
        with Walker(stage, way, "geert-jan") as officer:
            judges(stage.checks, way, officer)
        with Walker(stage, way, "aylin") as aylin:
            aylin.come("/today")
            aylin.come(aylin.family + "/access")
            stage.checks.that(
                aylin.says("Dienst van Gebiedsteam", "Duty desk of Gebiedsteam"), f"{way.name}: the mother sees that the desk looked")


def writes_card(way, marieke):
    marieke.come("/families")
    marieke.follow(marieke.page.locator('main a[href^="/families/"]', has_text="De Wit").first)
    marieke.follow(marieke.page.locator('main a[href$="/safety-card"]').first)
    marieke.type("never", way.word("Bel nooit het huisnummer.", "Never call the number at home."))
    marieke.follow(marieke.button("Kaart bewaren", "Keep the card"))


def opens(stage, way, mirjam, marieke):
    checks = stage.checks
    family = marieke.address.rpartition("/")[0]
    checks.that(mirjam.get(family).status in (200, 404), f"{way.name}: on duty alone opens nothing more")
    mirjam.come("/emergency")
    mirjam.type("name", "Sem de Wit-Yildiz")
    mirjam.type("birth", "1999-01-01")
    mirjam.type("reason", way.word("De school belde.", "The school called."))
    mirjam.follow(mirjam.button("Nu openen", "Open it now"))
    checks.that(
        mirjam.says("Niemand gevonden met deze naam", "Nobody was found with this name"), f"{way.name}: nearly right finds nobody")
    mirjam.type("birth", born(stage.town))
    mirjam.follow(mirjam.button("Nu openen", "Open it now"))
    checks.that(
        mirjam.says("Bel nooit het huisnummer.", "Never call the number at home."), f"{way.name}: what keeps them safe stands first")
    return mirjam.address


def born(town):
    """Sem is fifteen, with a birthday so many days from today, as the town tells it."""
    birthday = town.today + datetime.timedelta(days=118)
    return birthday.replace(year=birthday.year - 16).isoformat()


def widens(checks, way, mirjam, family):
    mirjam.type("reason", way.word("Hij is weg van huis.", "He left home."))
    mirjam.follow(mirjam.button("Alles openen", "Open all of it"))
    checks.that(mirjam.says("Je ziet nu alles", "You see all there is"), f"{way.name}: all of it opens by a second confirmation")


def judges(checks, way, officer):
    officer.come("/privacy?kind=emergency")
    checks.that(officer.says("De school belde.", "The school called."), f"{way.name}: the privacy officer reads why")
    officer.follow(officer.link("Beoordelen", "Judge"))
    officer.choose(officer.choice("judged", way.word("Ja, dit was nodig", "Yes, this was needed")))
    officer.type("reason", way.word("Er was gevaar.", "There was danger."))
    officer.choose(officer.choice("shown", way.word("Ja, laat het zien", "Yes, show it")))
    officer.follow(officer.button("Oordeel vastleggen", "Record the judgement"))
    checks.that(officer.says("Ja, dit was nodig", "Yes, this was needed"), f"{way.name}: and judges it")
