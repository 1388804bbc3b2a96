# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A new therapist: her organisation makes an account, the mother asks her in, she is seen, writes, and leaves."""

from household import Card, Household, begin, join, set_up_app, take_part
from walker import Walker
from ways import WAYS

TITLE = "A new therapist joins, is seen, writes and leaves"


def walk(stage):
    for way in WAYS:
        household = Household.of(stage, way)
        name = way.word("Tess Toverberg", "Theo Tumbleweed")
        card = account(stage, way, name)
        asked_in(household, name)
        household.answer_invitation(household.father, name)
        with Walker(stage, way) as therapist:
            therapist.person = name
            join(therapist, card, name)
            stage.checks.that(
                therapist.get("/families").status == 303, f"{way.name}: before she has an app with codes nothing opens")
            set_up_app(therapist)
            take_part(therapist)
            seen_and_writes(stage, way, household, therapist, name)
            leaves(stage, way, household, therapist, name)


def account(stage, way, name, organisation="Het Anker", function="therapist"):
    """The administrator invites somebody to work for an organisation."""
    with Walker(stage, way, "ravi") as ravi:
        ravi.come("/organisations")
        ravi.follow(ravi.link(organisation))
        ravi.follow(ravi.link("Iemand uitnodigen", "Invite somebody"))
        ravi.type("name", name)
        ravi.type("title", ravi.word("medewerker", "worker"))
        ravi.choose(ravi.page.locator(f'[name="function"][value="{function}"]'))
        ravi.follow(ravi.button("Account maken", "Make the account"))
        return Card(ravi.page)


def asked_in(household, name):
    with household.reader(household.mother) as mother:
        mother.come(household.address)
        mother.follow(mother.link("Iemand uitnodigen", "Invite somebody"))
        mother.follow(mother.link("Een hulpverlener", "A professional"))
        mother.type("organisation", "Het Anker")
        mother.type("colleague", name)
        mother.type("function", mother.word("speltherapeut", "play therapist"))
        mother.choose(mother.choice("persons", household.son))
        mother.type("expectation", mother.word("Speelt op woensdag met hem.", "Plays with him on Wednesdays."))
        mother.follow(mother.button("Uitnodigen", "Invite"))


def seen_and_writes(stage, way, household, therapist, name):
    checks = stage.checks
    son, daughter = household.son.split()[0], household.daughter.split()[0]
    checks.that(therapist.says(son) and not therapist.says(daughter), f"{way.name}: she takes part, for {son} alone")
    with household.reader(household.mother) as mother:
        mother.come(household.address)
        checks.that(
            mother.says(name) and mother.says("Speelt op woensdag", "Plays with him"), f"{way.name}: the mother sees who she is")
        subject = therapist.word("Het eerste uur", "The first hour")
        talk = begin(therapist, [household.mother], [household.son], subject, therapist.word("Hij bouwde een toren.", "He built a tower."))
        mother.come("/today")
        with mother.within(2, "a message is read and answered"):
            with mother.within(1, "a message is read"):
                mother.follow(mother.link(subject))
                checks.that(mother.says("toren", "tower"), f"{way.name}: the mother reads what she wrote")
            mother.send(mother.word("Wat fijn!", "How nice!"))
        therapist.come(talk)
        checks.that(therapist.says("Wat fijn!", "How nice!"), f"{way.name}: she reads the answer")


def leaves(stage, way, household, therapist, name):
    talk = therapist.address
    therapist.come(household.address)
    with therapist.within(2, "she leaves by herself"):
        therapist.follow(therapist.page.locator(".person__name a", has_text=name))
        therapist.follow(therapist.button("Stop toegang", "Stop access"))
    stage.checks.none(
        [door for door in (household.address, talk, talk + "/events") if therapist.get(door).status != 404],
        f"{way.name}: then she sees nothing any more")
    with household.reader(household.mother) as mother:
        mother.come(household.address)
        stage.checks.that(name not in mother.page.locator(".person__name").all_inner_texts(), f"{way.name}: and the mother sees that she left")
        mother.come(talk)
        stage.checks.that(mother.says(name) and mother.says("toren", "tower"), f"{way.name}: what she wrote stays, under her name")
