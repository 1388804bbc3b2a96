# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A mother joins with her card on a phone, sees who is around her family, and says whether it was written down right."""

import time

from household import Household, join
from walker import Walker
from ways import WAYS

TITLE = "A mother joins with her card"

LONGEST = 120


def walk(stage):
    for way in WAYS:
        household = Household(stage, way)
        household.start()
        stage.households[way.name] = household
        come_in(stage, way, household)
        with household.reader(household.mother) as mother:
            who_is_involved(stage.checks, way, mother)
            confirm(stage.checks, way, mother, household)


def come_in(stage, way, household):
    card = household.hand_card(household.mother)
    with Walker(stage, way) as mother:
        mother.person = household.mother
        begun = time.monotonic()
        join(mother, card, household.mother)
        machine = time.monotonic() - begun
        took = machine + mother.seconds
        stage.checks.that(
            took < LONGEST, f"{way.name}: from card to first page in {took:.0f} s, of which the machine took {machine:.1f}",
            f"longer than {LONGEST} s")
        household.keep(mother, household.mother)
    with Walker(stage, way) as stranger:
        stranger.open("/join")
        stranger.type("code", card.code)
        stranger.type("pin", card.pin)
        stranger.follow(stranger.button("Verder", "Go on"))
        stage.checks.that(stranger.page.locator("#code-error").count() == 1, f"{way.name}: the card opens nothing twice")


def who_is_involved(checks, way, mother):
    with mother.within(0, "who is involved"):
        mother.come("/")
        checks.that(mother.says("Marieke Postma"), f"{way.name}: her first page says who is around her family")


def confirm(checks, way, mother, household):
    """One thing about her son is wrong, and she says so."""
    mother.come(household.address)
    checks.that(mother.says("Je kwam binnen met een kaartje", "You came in with a card"), f"{way.name}: it says who gave the card")
    mother.follow(mother.link("Kijk of het klopt", "See whether it is right"))
    mother.follow(mother.button("Versturen", "Send"))
    checks.that(mother.page.locator(".errors a").count() > 0, f"{way.name}: what she did not answer yet is named")
    for question in mother.page.locator("fieldset:has(input[type=radio])").all():
        mother.choose(question.locator("input").first)
    mother.follow(mother.button("Versturen", "Send"))
    checks.that(
        mother.page.locator(".errors").count() == 0, f"{way.name}: she says what is right", mother.page.inner_text("main")[:200])
