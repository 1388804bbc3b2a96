# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The administrator adds an organisation, invites somebody who works there, and ends that work."""

from household import Card
from walker import Walker
from ways import WAYS

TITLE = "The administrator and the organisations"


def walk(stage):
    for way in WAYS:
        with Walker(stage, way, "ravi") as ravi:
            organisation = way.word("De Regenboog", "The Rainbow")
            adds(stage.checks, way, ravi, organisation)
            invites(stage.checks, way, ravi, organisation)
        with Walker(stage, way, "marieke") as marieke:
            stage.checks.that(marieke.get("/organisations").status == 404, f"{way.name}: for a professional the page is not there")


def adds(checks, way, ravi, organisation):
    ravi.come("/organisations")
    ravi.follow(ravi.button("Organisatie toevoegen", "Add an organisation"))
    checks.that(
        ravi.page.locator(".errors a").count() == 2, f"{way.name}: what misses is named", ravi.page.locator(".errors").all_inner_texts())
    ravi.type("name", organisation)
    ravi.choose(ravi.page.locator('[name="kind"][value="careProvider"]'))
    ravi.follow(ravi.button("Organisatie toevoegen", "Add an organisation"))
    checks.that(ravi.says(organisation), f"{way.name}: an organisation is added")


def invites(checks, way, ravi, organisation):
    ravi.come("/organisations")
    ravi.follow(ravi.link(organisation))
    checks.that(ravi.says("Hier werkt nog niemand", "Nobody works here yet"), f"{way.name}: nobody works there yet")
    ravi.follow(ravi.link("Iemand uitnodigen", "Invite somebody"))
    ravi.follow(ravi.button("Account maken", "Make the account"))
    checks.that(ravi.page.locator(".errors a").count() == 3, f"{way.name}: what misses is named")
    name = way.word("Nova Nieuw", "Nora New")
    ravi.type("name", name)
    ravi.type("title", way.word("gezinsbegeleider", "family worker"))
    ravi.choose(ravi.page.locator('[name="function"][value="familyWorker"]'))
    ravi.follow(ravi.button("Account maken", "Make the account"))
    first = Card(ravi.page).code
    ravi.come("/organisations")
    ravi.follow(ravi.link(organisation))
    ravi.follow(ravi.link(name))
    checks.that(ravi.says("Kan nog niet inloggen", "Cannot sign in yet"), f"{way.name}: the card was not used yet")
    ravi.follow(ravi.button("Maak een nieuwe kaart", "Make a new card"))
    checks.that(Card(ravi.page).code != first, f"{way.name}: a card that was lost is replaced")
    ravi.page.go_back()
    ravi.follow(ravi.button("Werkt hier niet meer", "No longer works here"))
    checks.that(not ravi.says(name), f"{way.name}: the work there is ended")
