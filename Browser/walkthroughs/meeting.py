# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A meeting with everybody is proposed, answered and held; what was decided becomes an action; a calendar hears when."""

import re

from icalendar import Calendar
from walker import Walker
from ways import WAYS

TITLE = "A meeting whose decisions become actions"


def walk(stage):
    for way in WAYS:
        with Walker(stage, way, "marieke") as marieke, Walker(stage, way, "aylin") as aylin:
            meeting = proposed(stage, way, marieke)
            answered(stage, way, aylin, meeting)
            taken_along(stage, way, aylin, meeting)
            stage.town.begin_meetings()
            held(stage, way, marieke, meeting)
            read(stage, way, aylin, meeting)


def home(walker):
    """To the circle of the family."""
    walker.come("/families")
    walker.follow(walker.page.locator("main").get_by_role("link", name=re.compile("De Wit-Yildiz|Noor")).first)
    return walker.address


def proposed(stage, way, marieke):
    home(marieke)
    with marieke.within(3, "a meeting with everybody"):
        marieke.follow(marieke.link("Overleggen", "Meetings"))
        marieke.follow(marieke.link("Overleg over Noor", "Meeting about Noor"))
        marieke.follow(marieke.button("Verstuur de uitnodiging", "Send the invitation"))
    stage.checks.that(
        marieke.says("Nog geen antwoord", "No answer yet"), f"{way.name}: everybody who belongs there was asked")
    return marieke.address


def answered(stage, way, aylin, meeting):
    aylin.come("/today")
    asked = aylin.page.locator(f'main a[href="{meeting}"]').first
    with aylin.within(2, "answering from Vandaag"):
        aylin.follow(asked)
        aylin.follow(aylin.button("Ik kan", "I can"))
    stage.checks.that(aylin.says("Kan", "Can come"), f"{way.name}: the answer stands there")
    aylin.type("point", way.word("Hoe het slapen gaat", "How sleeping goes"))
    aylin.follow(aylin.button("Zet erbij", "Add it"))


def taken_along(stage, way, aylin, meeting):
    """An independent reader of calendars reads both files."""
    one = Calendar.from_ical(aylin.get(meeting + "/calendar").body())
    stage.checks.that(len(one.events) == 1 and not one.errors, f"{way.name}: the meeting is a calendar file")
    aylin.come("/calendar")
    aylin.follow(aylin.page.locator("main form button[type=submit]").first)
    address = aylin.page.locator("main code").inner_text()
    path = re.search(r"/calendar/[0-9a-f]{64}\.ics", address).group()
    feed = Calendar.from_ical(aylin.get(path).body())
    told = {str(event["summary"]) for event in feed.events}
    stage.checks.that(
        feed.events and told <= {"Afspraak", "Appointment"},
        f"{way.name}: the feed tells when, and nothing else")
    starts = {event.decoded("dtstart") for event in one.events}
    stage.checks.that(
        starts <= {event.decoded("dtstart") for event in feed.events}, f"{way.name}: both tell the same moment")


def held(stage, way, marieke, meeting):
    marieke.come(meeting)
    with marieke.within(3, "minutes with a decision that becomes an action"):
        marieke.follow(marieke.link("Schrijf het verslag", "Write the minutes"))
        marieke.type("notes", way.word("Noor slaapt beter met een lampje.", "Noor sleeps better with a light."))
        marieke.type(
            "decisions", way.word("Lampje kopen · Aylin · voor vrijdag", "Buy a light · Aylin · by Friday"))
        marieke.follow(marieke.button("Bewaar het verslag", "Keep the minutes"))
        marieke.follow(marieke.button("Bewaar het verslag", "Keep the minutes"))
    stage.checks.that(
        marieke.says("Staat als actie in het plan.", "Is an action of the plan."),
        f"{way.name}: what was decided is an action of the plan")


def read(stage, way, aylin, meeting):
    aylin.come(meeting)
    stage.checks.that(
        aylin.says("Noor slaapt beter met een lampje.", "Noor sleeps better with a light."),
        f"{way.name}: who was asked reads the minutes")
    aylin.come("/today")
    stage.checks.that(aylin.says("Lampje kopen", "Buy a light"), f"{way.name}: and finds the action on Vandaag")
