# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The mother directs again; a helper takes over with her yes; direction is handed over, and all help of one who leaves."""

import re

from walker import Walker
from ways import WAYS

TITLE = "Direction is taken over with the family's yes, and handed over with the story confirmed"


def walk(stage):
    for way in WAYS:
        with Walker(stage, way, "aylin") as aylin, Walker(stage, way, "sanne") as sanne:
            taken_back(stage, way, aylin)
            handover = taken_over(stage, way, sanne)
            agreed(stage, way, aylin, handover)
        with Walker(stage, way, "sanne") as sanne, Walker(stage, way, "marieke") as marieke:
            handed_over(stage, way, sanne, marieke)
        with Walker(stage, way, "sanne") as sanne, Walker(stage, way, "marieke") as marieke:
            help_handed_over(stage, way, sanne, marieke, is_last=way == WAYS[-1])


def comes(walker):
    """To the page about direction, through the circle."""
    walker.come("/families")
    walker.follow(walker.page.locator("main").get_by_role("link", name=re.compile("De Wit-Yildiz|Noor")).first)
    walker.follow(walker.link("Wie heeft de regie?", "Who directs?"))


def taken_back(stage, way, aylin):
    comes(aylin)
    aylin.follow(aylin.button("Ik neem zelf weer de regie", "I direct again myself"))
    stage.checks.that(aylin.says("Jij hebt de regie", "You direct"), f"{way.name}: the mother directs again at once")


def taken_over(stage, way, sanne):
    comes(sanne)
    with sanne.within(6, "taking over direction"):
        sanne.follow(sanne.link("Regie overnemen", "Take over direction"))
        sanne.type("reason", way.word("Aylin wil het nu even niet zelf doen.", "Aylin would rather not do it now."))
        sanne.choose(sanne.choice("persons", "Aylin Yildiz"))
        sanne.choose(sanne.field("support"))
        sanne.follow(sanne.button("Vraag de regie", "Ask for direction"))
    return sanne.address


def agreed(stage, way, aylin, handover):
    aylin.come(handover)
    with aylin.within(1, "saying yes to it"):
        aylin.follow(aylin.button("Ja, dat is goed", "Yes, that is fine"))
    comes(aylin)
    stage.checks.that(aylin.says("Sanne Kuipers heeft de regie", "Sanne Kuipers directs"), f"{way.name}: her yes moves direction")


def handed_over(stage, way, sanne, marieke):
    comes(sanne)
    sanne.follow(sanne.link("Regie overdragen", "Hand over direction"))
    sanne.choose(sanne.choice("to", "Marieke Postma"))
    sanne.type("reason", way.word("Marieke kent het hele gezin.", "Marieke knows the whole family."))
    sanne.follow(sanne.button("Stel dit voor", "Propose this"))
    marieke.come(sanne.address)
    marieke.follow(marieke.button("Ja, dat is goed", "Yes, that is fine"))
    marieke.choose(marieke.choice("persons", "Joost de Wit"))
    marieke.choose(marieke.field("story"))
    marieke.choose(marieke.field("introduced"))
    marieke.follow(marieke.button("Bewaar het gesprek", "Keep the talk"))
    stage.checks.that(
        marieke.says("Het verhaal klopt.", "The story is right."), f"{way.name}: nobody need tell the story again")
    marieke.follow(marieke.button("Rond de overdracht af", "Complete the handover"))
    comes(marieke)
    stage.checks.that(marieke.says("Jij hebt de regie", "You direct"), f"{way.name}: direction is handed over")


def help_handed_over(stage, way, sanne, marieke, is_last):
    """Who stays is there for the next way."""
    sanne.come("/families")
    with sanne.within(6, "handing over all help"):
        sanne.follow(sanne.link("Ga je ergens anders werken?", "Will you work elsewhere?"))
        card = sanne.page.locator(".card", has_text="De Wit-Yildiz")
        more = way.word("Iemand anders, of meer erbij zeggen", "Somebody else, or say more")
        sanne.follow(card.get_by_role("link", name=more).first)
        sanne.choose(sanne.choice("to", "Marieke Postma"))
        sanne.type("reason", way.word("Ik ga ergens anders werken.", "I will work elsewhere."))
        sanne.follow(sanne.button("Stel dit voor", "Propose this"))
    handover = sanne.address
    marieke.come(handover)
    stage.checks.that(marieke.says("Extra wachttijd", "Extra wait"), f"{way.name}: it says what is known of the wait")
    with marieke.within(1, "accepting a handover"):
        marieke.follow(marieke.button("Ja, dat is goed", "Yes, that is fine"))
    marieke.choose(marieke.choice("persons", "Joost de Wit"))
    marieke.choose(marieke.field("story"))
    marieke.follow(marieke.button("Bewaar het gesprek", "Keep the talk"))
    if not is_last:
        sanne.come(handover)
        sanne.type("reason", way.word("Ik blijf toch.", "I stay after all."))
        sanne.follow(sanne.button("De overdracht stoppen", "Stop the handover"))
        return
    marieke.follow(marieke.button("Rond de overdracht af", "Complete the handover"))
    stage.checks.that(marieke.says("Klaar", "Done"), f"{way.name}: all help is handed over at once")
