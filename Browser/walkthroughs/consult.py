# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A question without names: asked of another organisation, answered there, and heard by who asked."""

from walker import Walker
from ways import WAYS

TITLE = "A question without names"


def walk(stage):
    for way in WAYS:
        subject = way.word("Slecht slapen na een scheiding", "Sleeping badly after a divorce")
        address = asked(stage, way, subject)
        answered(stage, way, address, subject)
        heard(stage, way, address)


def asked(stage, way, subject):
    checks = stage.checks
    question = way.word("Een meisje van 9 slaapt slecht. Wat helpt?", "A girl of 9 sleeps badly. What helps?")
    with Walker(stage, way, "marieke") as marieke:
        marieke.come("/today")
        with marieke.within(4, "a question is asked"):
            marieke.follow(marieke.link("Vragen zonder namen", "Questions without names"))
            marieke.follow(marieke.link("Stel een vraag", "Ask a question"))
            marieke.pick("organisation", "Het Anker")
            marieke.type("subject", subject)
            marieke.type("message", "Noor. " + question)
            marieke.follow(marieke.button("Stel de vraag", "Ask the question"))
            checks.that(
                marieke.says("Haal het weg", "Take it out"), f"{way.name}: a name is warned of")
            checks.that("Noor." in marieke.field("message").input_value(), f"{way.name}: nothing typed is lost")
            marieke.type("message", question)
            marieke.follow(marieke.button("Stel de vraag", "Ask the question"))
        checks.that(
            marieke.says("Nog niemand pakte de vraag op", "Nobody took the question yet"), f"{way.name}: it waits at the organisation")
        return marieke.address


def answered(stage, way, address, subject):
    with Walker(stage, way, "priya") as priya:
        priya.come("/today")
        stage.checks.that(address in priya.page.content(), f"{way.name}: it stands on the day of who can answer")
        priya.come(address)
        with priya.within(1, "a question is answered"):
            priya.type("message", way.word("Vaste tijden, en rust.", "Fixed hours, and rest."))
            priya.follow(priya.button("Verstuur het antwoord", "Send the answer"))
        priya.come("/consults")
        stage.checks.that(priya.says(subject), f"{way.name}: it is among one's questions")
    with Walker(stage, way, "sanne") as sanne:
        stage.checks.that(sanne.get(address).status == 404, f"{way.name}: nobody else finds it")


def heard(stage, way, address):
    with Walker(stage, way, "marieke") as marieke:
        marieke.come(address)
        with marieke.within(1, "an answer is heard"):
            marieke.choose(marieke.choice("verdict", way.word("Het hielp", "It helped")))
            marieke.follow(marieke.button("Laat het weten", "Let them know"))
        stage.checks.that(
            marieke.says("Klaar: het hielp", "Done: it helped"), f"{way.name}: it is over once it helped")
