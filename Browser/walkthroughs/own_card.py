# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A girl of fifteen gets a card of her own, and writes to her mentor alone; her parents find no trace of it anywhere."""

import time

from household import Household, ask_for_mail, begin, confirm_mail, join, take_part
from traces import Stream, differences, everything_said, mail_that_waits, search, taken_along
from walker import Walker
from ways import WAYS

TITLE = "A girl of fifteen writes to her mentor alone"

# That her mentor opened his own list of families is told to all parents in it, whatever waits there.
LIST = "zag jullie naam in de lijst|saw your name in the list"

SECRET = "Ik durf het thuis niet te vertellen, van de sleutelhanger."
ANSWER = "Goed dat je de sleutelhanger noemt. Kom morgen even langs."


def walk(stage):
    households = [(way, Household.of(stage, way)) for way in WAYS]
    for _, household in households:
        with household.reader(household.mother) as mother:
            ask_for_mail(mother)
    for way, household in households:
        with household.reader(household.mother) as mother:
            confirm_mail(mother)
        own_card(stage, way, household)
        mentor(stage, way, household)
        alone(stage, way, household)


def own_card(stage, way, household):
    """Nothing that the parents read tells that there was a card."""
    with household.reader(household.mother) as mother:
        before = everything_said(mother)
        card = household.hand_card(household.daughter)
        with Walker(stage, way) as daughter:
            daughter.person = household.daughter
            join(daughter, card, household.daughter)
            household.keep(daughter, household.daughter)
        after = everything_said(mother)
        told = [text for text in differences(before, after) if "kaart" in text or "card" in text.lower().replace("person__", "")]
        stage.checks.none(told, f"{way.name}: her mother reads nowhere that she was given a card")


def mentor(stage, way, household):
    """The director asks him in for her; she alone says yes."""
    with household.professional("marieke") as marieke:
        marieke.come(household.address)
        with marieke.within(3, "a professional is asked in"):
            marieke.follow(marieke.link("Iemand uitnodigen", "Invite somebody"))
            marieke.follow(marieke.link("Een hulpverlener", "A professional"))
            marieke.type("organisation", "De Schakel")
            marieke.type("colleague", "Bart Verhoeven")
            marieke.type("function", "mentor")
            marieke.choose(marieke.choice("persons", household.daughter))
            marieke.type("expectation", marieke.word("Luistert.", "Listens."))
            marieke.follow(marieke.button("Uitnodigen", "Invite"))
    household.answer_invitation(household.daughter, "Bart Verhoeven")
    with household.professional("bart") as bart:
        take_part(bart)
        stage.checks.that(bart.says(household.daughter), f"{way.name}: her mentor takes part for her")
        stage.checks.that(not bart.says(household.son), f"{way.name}: and for nobody else")


def alone(stage, way, household):
    checks = stage.checks
    with household.professional("marieke") as marieke, household.reader(household.mother) as mother, \
            household.reader(household.father) as father:
        marieke.come(household.address)
        talk = begin(marieke, [household.mother, household.father], [household.son], way.word("Even samen", "Together"), "Hoi.")
        parents = [mother, father]
        for parent in parents:
            parent.open(talk)
            everything_said(parent)
        before = [everything_said(parent) for parent in parents]
        waiting = mail_that_waits(stage)
        checks.that(waiting, f"{way.name}: her mother would be mailed about what is for her")
        streams = [Stream(parent, talk + "/events") for parent in parents]
        line = write_alone(stage, way, household)
        checks.none(mail_that_waits(stage) - waiting, f"{way.name}: nobody but her mentor could be mailed about it")
        for parent, said in zip(parents, before):
            checks.none(differences(said, everything_said(parent), but=LIST), f"{way.name}: a parent's {len(said)} pages are what they were")
            doors = [line, line + "/messages", line + "/events", line + "/copy", line + "/participants", line + "/messages/1/concern"]
            nowhere = parent.get(household.address + "/conversations/01900000-0000-7000-8000-000000000000").text()
            checks.none(
                [door for door in doors if parent.get(door).status != 404 or parent.get(door).text() != nowhere],
                f"{way.name}: for a parent the line is not there, by any of its addresses")
            status, found = search(parent, household.address, "sleutelhanger")
            checks.that(
                status == 200 and "/conversations/01" not in found.partition('id="found"')[2],
                f"{way.name}: a parent finds nothing by searching", status)
            status, copy = taken_along(parent, talk)
            checks.that(status == 200 and "sleutelhanger" not in copy, f"{way.name}: nothing goes along in what a parent takes along", status)
        quiet = [len(stream.events) for stream in streams]
        marieke.open(talk)
        marieke.send("En dit is voor jullie.")
        time.sleep(0.5)
        checks.that(quiet == [0, 0], f"{way.name}: nothing came over a parent's live stream", quiet)
        checks.that(all(stream.events for stream in streams), f"{way.name}: and what is for them does come", [stream.status for stream in streams])
        for stream in streams:
            stream.close()


def write_alone(stage, way, household):
    with household.reader(household.daughter) as daughter, household.professional("bart") as bart:
        daughter.come(household.address)
        daughter.follow(daughter.page.locator('.nav a[href$="/conversations"]'))
        daughter.follow(daughter.link("Schrijf alleen aan een hulpverlener", "Write to one professional alone"))
        daughter.choose(daughter.page.get_by_label("Bart Verhoeven"))
        daughter.choose(daughter.page.locator("main input[type=checkbox]").last)
        daughter.type("message", SECRET)
        daughter.follow(daughter.button("Versturen", "Send"))
        line = daughter.address
        stage.checks.that(daughter.says("sleutelhanger"), f"{way.name}: she writes to her mentor alone")
        bart.come("/today")
        with bart.within(2, "a message is read and answered"):
            with bart.within(1, "a message is read"):
                bart.follow(bart.page.locator(f'main a[href*="{line}"]').first)
                stage.checks.that(bart.says("sleutelhanger"), f"{way.name}: he reads it")
            bart.send(ANSWER)
        daughter.come(line)
        stage.checks.that(daughter.says("Kom morgen"), f"{way.name}: she reads his answer")
    return line
