# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The mother reads who looked, asks why, and reads the answer."""

from household import Household
from ways import WAYS

TITLE = "The mother reads who looked, and asks why"


def walk(stage):
    for way in WAYS:
        household = Household.of(stage, way)
        question, answer = way.word("Was er iets?", "Was anything wrong?"), way.word("Ik zocht een nummer.", "I needed a number.")
        with household.reader(household.mother) as mother, household.professional("marieke") as marieke:
            marieke.come(household.address)
            mother.come(household.address)
            mother.follow(mother.page.locator('main a[href$="/access"]').first)
            line = mother.page.locator(".looked", has_text="Marieke Postma").first
            stage.checks.that(line.count() == 1, f"{way.name}: she reads that the director looked")
            mother.follow(line.locator(".textbutton"))
            mother.type("question", question)
            mother.follow(mother.page.locator(".composer button").first)
            stage.checks.that(mother.says(question), f"{way.name}: her question stands beside the line")
            others = household.reader(household.father)
            with others as father:
                father.come(household.address + "/access")
                stage.checks.that(not father.says(question), f"{way.name}: the father does not read it")
            answers(stage, way, marieke, question, answer)
            mother.come(household.address + "/access")
            stage.checks.that(mother.says(answer), f"{way.name}: the answer stands there, too")


def answers(stage, way, marieke, question, answer):
    marieke.come("/today")
    marieke.follow(marieke.page.locator(".promise__what a[href*='/access/questions/']").first)
    stage.checks.that(marieke.says(question), f"{way.name}: the director finds the question among what waits")
    marieke.type("answer", answer)
    marieke.follow(marieke.page.locator(".composer button").first)
    marieke.come("/today")
    stage.checks.that(
        marieke.page.locator(".promise__what a[href*='/access/questions/']").count() == 0, f"{way.name}: and has answered it")
