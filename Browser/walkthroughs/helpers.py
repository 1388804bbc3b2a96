# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Grandmother and the football coach are let in for one child only, and one of them is put out again; a list of others is read in."""

from household import Card, Household, join
from traces import everything_said
from walker import Walker
from ways import WAYS

TITLE = "Grandmother and a coach, for one child only"


def walk(stage):
    for way in WAYS:
        household = Household.of(stage, way)
        grandmother = Helper(household, way.word("Gré Zomer", "Rose Winter"), way.word("oma", "grandmother"))
        coach = Helper(household, way.word("Ton Trainer", "Tim Trainer"), way.word("voetbaltrainer", "football coach"))
        for helper in (grandmother, coach):
            invite(stage, household, helper)
            household.answer_invitation(household.father, helper.name)
            come_in(stage, way, household, helper)
        put_out(stage, way, household, coach, grandmother)
        ask_all(stage, way, household)


class Helper:
    """Somebody of the family's own network, the card they were handed, and the browser in which they are signed in."""

    def __init__(self, household, name, work):
        self.name, self.work = name, work
        self.card = None


def invite(stage, household, helper):
    with household.reader(household.mother) as mother:
        mother.come(household.address)
        with mother.within(4, "a helper is asked in and handed a card"):
            mother.follow(mother.link("Iemand uitnodigen", "Invite somebody"))
            mother.follow(mother.link("Iemand van het gezin zelf", "Somebody of the family's own"))
            mother.type("name", helper.name)
            mother.type("function", helper.work)
            mother.choose(mother.choice("persons", household.son))
            mother.type("expectation", mother.word("Let op of hij plezier heeft.", "Sees whether he has fun."))
            mother.follow(mother.button("Uitnodigen", "Invite"))
            helper.invitation = mother.address
            mother.follow(mother.button("Maak een kaartje", "Make a card"))
        helper.card = Card(mother.page)


def come_in(stage, way, household, helper):
    """Sees the one child, and nothing of the other."""
    checks = stage.checks
    son, daughter = household.son.split()[0], household.daughter.split()[0]
    with Walker(stage, way) as walker:
        walker.person = helper.name
        join(walker, helper.card, helper.name)
        if "/invitations" not in walker.address:
            walker.come("/invitations")
        walker.follow(walker.button("Ja, ik doe mee", "Yes, I take part"))
        checks.that(walker.says(son), f"{way.name}: {helper.name} takes part for {son}")
        said = everything_said(walker)
        checks.none(
            [address for address, text in said.items() if daughter in text],
            f"{way.name}: and reads nothing of {daughter} on {len(said)} pages")
        helper.doors = [door for door, text in said.items() if door.startswith("/families/") and text.startswith("200")]
        household.keep(walker, helper.name)


def put_out(stage, way, household, coach, stays):
    checks = stage.checks
    with household.reader(coach.name) as outside, household.reader(household.mother) as mother:
        outside.come(household.address)
        mother.come(household.address)
        with mother.within(2, "a helper is put out"):
            mother.follow(mother.page.locator(".person__name a", has_text=coach.name))
            mother.follow(mother.button("Stop toegang", "Stop access"))
        names = mother.page.locator(".person__name").all_inner_texts()
        checks.that(coach.name not in names and stays.name in names, f"{way.name}: the coach is out, grandmother stays", names)
        doors = [*coach.doors, coach.invitation]
        checks.none([door for door in doors if outside.get(door).status != 404], f"{way.name}: he sees none of {len(doors)} pages any more")


def ask_all(stage, way, household):
    """Those on a list from elsewhere are asked at once; who is in the circle already, and who is not known, is left out."""
    rows = [
        "naam;rol;organisatie;telefoon", "Riet Voorbeeld;oma;;0600000001", "Buur Voorbeeld;buurvrouw;;0600000002",
        f"{way.word('Gré Zomer', 'Rose Winter')};oma;;", "Wie Dan Ook;leraar;De Verzonnen School;",
    ]
    file = {"name": "netwerk.csv", "mimeType": "text/csv", "buffer": "\n".join(rows).encode()}
    with household.reader(household.mother) as mother:
        mother.come(household.address)
        with mother.within(5, "everybody on a list is asked"):
            mother.follow(mother.link("Iemand uitnodigen", "Invite somebody"))
            mother.follow(mother.link("Een lijst inlezen", "Read in a list"))
            mother.follow(mother.button("Lijst inlezen", "Read in the list"))
            stage.checks.that(
                mother.says("Plak de lijst, of kies een bestand", "Paste the list, or choose"), f"{way.name}: without a list it says so")
            mother.page.locator("#file").set_input_files(file)
            mother.follow(mother.button("Lijst inlezen", "Read in the list"))
            chosen = [box.is_checked() for box in mother.page.locator("[name=chosen]").all()]
            stage.checks.that(chosen == [True, True, False, False], f"{way.name}: two of four are ready to be asked", chosen)
            stage.checks.that("0600000001" not in mother.page.content(), f"{way.name}: their numbers are not read")
            mother.follow(mother.button("Deze mensen uitnodigen", "Invite these people"))
        stage.checks.that(mother.says("Riet Voorbeeld") and mother.says("Buur Voorbeeld"), f"{way.name}: both are asked")
