# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""An administrator ends an account that was lost, gives a new card, and reads no dossier anywhere."""

from household import Card, join, set_up_app
from traces import everything_said
from walker import Walker
from walkthroughs.therapist import account
from ways import WAYS

TITLE = "An administrator ends a lost account, and reads no dossier"


def walk(stage):
    with Walker(stage, WAYS[0], "aylin") as aylin:
        doors = [door for door in everything_said(aylin) if door.startswith("/families/") and "/new" not in door]
    for way in WAYS:
        name = way.word("Wies Vergeet", "Will Forget")
        card = account(stage, way, name, "Oeverlyceum", "teacher")
        with Walker(stage, way) as lost, Walker(stage, way, "ravi") as ravi:
            lost.person = name
            join(lost, card, name)
            set_up_app(lost)
            stage.checks.that(lost.get("/families").status == 200, f"{way.name}: somebody is signed in on a telephone")
            ends(stage, way, ravi, lost, name)
            no_dossier(stage, way, ravi, doors)


def ends(stage, way, ravi, lost, name):
    checks = stage.checks
    ravi.come("/organisations")
    ravi.follow(ravi.link("Oeverlyceum"))
    ravi.follow(ravi.link(name))
    ravi.follow(ravi.button("Sluit het account af", "Close the account"))
    checks.that(ravi.says("Het account is afgesloten", "The account is closed"), f"{way.name}: the administrator ends the account")
    checks.that(lost.get("/families").status == 303, f"{way.name}: whoever has the telephone is out that moment")
    lost.open("/sign-in")
    lost.type("name", name.replace(" ", "."))
    lost.type("password", "zeven stille eenden fietsen")
    lost.follow(lost.page.locator('form[action="/sign-in"] button').first)
    checks.that(lost.page.locator(".errors").count() == 1, f"{way.name}: and the password opens nothing any more")
    ravi.follow(ravi.button("Maak een nieuwe kaart", "Make a new card"))
    join(lost, Card(ravi.page), name)
    checks.that("second-factor" in lost.address, f"{way.name}: with a new card its owner starts anew", lost.address)


def no_dossier(stage, way, ravi, doors):
    """Neither by what leads there, nor by the addresses that somebody else has."""
    said = everything_said(ravi, ["/organisations"])
    stage.checks.that(len(said) > 20, f"{way.name}: the administrator reaches {len(said)} addresses")
    names = ["Aylin", "Yildiz", "Noor de", "Eline", "Fleur", "Kofi"]
    stage.checks.none(
        [f"{name} in {address}" for address, text in said.items() for name in names if name in text],
        f"{way.name}: no child or parent is named on any")
    stage.checks.none([address for address in said if address.startswith("/families/")], f"{way.name}: and none leads to a family")
    stage.checks.none([door for door in doors if ravi.get(door).status != 404], f"{way.name}: none of {len(doors)} addresses of a family is there")
