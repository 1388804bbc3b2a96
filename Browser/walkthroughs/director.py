# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The director starts a conversation, adds the GP later, and takes a message back."""

import re

from household import begin
from walker import Walker
from ways import WAYS

TITLE = "The director starts a conversation, adds the GP, takes back"


def walk(stage):
    for way in WAYS:
        before = way.word("Alleen voor ons twee: hoe gaat het?", "Just the two of us: how is it going?")
        wrong = way.word("Dit klopt niet: dertien uur.", "This is wrong: thirteen o'clock.")
        with Walker(stage, way, "marieke") as marieke, Walker(stage, way, "aylin") as aylin:
            marieke.come("/families")
            marieke.follow(marieke.page.get_by_role("link", name=re.compile("De Wit-Yildiz")).first)
            subject = way.word("Dagritme van Noor", "Noor's rhythm of the day")
            talk = begin(marieke, ["Aylin Yildiz"], ["Noor de Wit-Yildiz"], subject, before)
            stage.checks.that(marieke.page.locator("h1").inner_text() == subject, f"{way.name}: the director starts a conversation")
            aylin.come(talk)
            adds(stage, way, marieke, talk)
            takes_back(stage, way, marieke, aylin, talk, wrong)
            with Walker(stage, way, "hanna") as hanna:
                hanna.come(talk)
                stage.checks.that(
                    hanna.says("Welkom Hanna.", "Welcome Hanna.") and not hanna.says(before),
                    f"{way.name}: the GP reads what came since she was added, and nothing before")
                stage.checks.that(not hanna.says(wrong), f"{way.name}: nor what was taken back")


def adds(stage, way, marieke, talk):
    marieke.follow(marieke.link("Laat iemand meedoen", "Let somebody take part"))
    marieke.choose(marieke.page.get_by_label("Hanna Bos"))
    # Where she may give what went before, too, she chooses not to.
    if marieke.page.locator('[name="reads"]').count():
        marieke.choose(marieke.page.locator('[name="reads"]').first)
    marieke.follow(marieke.button("Laat meedoen", "Let them take part"))
    stage.checks.that(marieke.says("Hanna Bos"), f"{way.name}: she adds the GP, and all see it")
    marieke.send(way.word("Welkom Hanna.", "Welcome Hanna."))


def takes_back(stage, way, marieke, aylin, talk, wrong):
    marieke.send(wrong)
    aylin.come(talk)
    stage.checks.that(aylin.says(wrong), f"{way.name}: the mother reads a message that is wrong")
    own = marieke.page.locator(".message--own", has_text=wrong)
    marieke.follow(own.get_by_role("button", name=way.word("Trek in", "Take back")))
    stage.checks.that(marieke.says("Je trok dit bericht in.", "You took this message back."), f"{way.name}: the director takes it back")
    aylin.come(talk)
    stage.checks.that(
        not aylin.says(wrong) and aylin.says("trok dit bericht in", "took this message back"),
        f"{way.name}: its text is gone for the mother, a trace stays")
