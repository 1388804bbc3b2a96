# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A director is ill: a colleague of the team stands in for all families, until she is back."""

import datetime

from walker import Walker
from ways import WAYS

TITLE = "A sick director is replaced within the team"


def walk(stage):
    for way in WAYS:
        with Walker(stage, way, "ruud") as ruud:
            arranges(stage, way, ruud)
        with Walker(stage, way, "aylin") as aylin:
            reads(stage, way, aylin)
        with Walker(stage, way, "marieke") as marieke:
            is_back(stage, way, marieke)
        with Walker(stage, way, "aylin") as aylin:
            aylin.come("/today")
            aylin.come(aylin.family)
            stage.checks.that(
                not aylin.says("Vervangt Marieke", "Stands in for Marieke"), f"{way.name}: and then nobody stands in any more")


def arranges(stage, way, ruud):
    ruud.come("/today")
    with ruud.within(3, "arranging who stands in"):
        ruud.follow(ruud.link("Ziek of vrij", "Ill or off"))
        ruud.follow(ruud.link("Marieke Postma"))
        until = (stage.town.today + datetime.timedelta(days=1)).isoformat()
        ruud.type("until", until)
        ruud.follow(ruud.button("Regel vervanging", "Arrange a stand-in"))
        stage.checks.that(ruud.says("Kies een collega.", "Choose a colleague."), f"{way.name}: what is missing is told")
        ruud.choose(ruud.choice("standIn", "Lotte van der Velden"))
    stage.checks.that(ruud.field("until").input_value() == until, f"{way.name}: and what was typed stays")
    ruud.follow(ruud.button("Regel vervanging", "Arrange a stand-in"))
    stage.checks.that(
        ruud.says("Lotte van der Velden vervangt Marieke Postma", "Lotte van der Velden stands in for Marieke Postma"),
        f"{way.name}: the team lead sees who stands in")
    stage.checks.that("Yildiz" not in ruud.page.inner_text("body"), f"{way.name}: and no family")


def reads(stage, way, aylin):
    aylin.come("/today")
    aylin.come(aylin.family)
    stage.checks.that(
        aylin.says("Vervangt Marieke Postma tot", "Stands in for Marieke Postma until"), f"{way.name}: the mother reads who does the work")
    aylin.come(aylin.family + "/direction")
    stage.checks.that(aylin.says("Lotte van der Velden"), f"{way.name}: and who directs now")


def is_back(stage, way, marieke):
    marieke.come("/absences")
    marieke.follow(marieke.button("Is er weer", "Is back"))
    marieke.come("/families")
    marieke.follow(marieke.page.locator('main a[href^="/families/"]', has_text="De Wit").first)
    marieke.come(marieke.address + "/direction")
    stage.checks.that(marieke.says("Jij hebt de regie", "You direct"), f"{way.name}: she directs again")
