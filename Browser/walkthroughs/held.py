# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A conversation is held from a father by two professionals, stays so while they decide, and is given back by two; a boy is
told something later."""

from walker import Walker
from ways import WAYS

TITLE = "What is held, reviewed and released"


def walk(stage):
    for way in WAYS:
        with Walker(stage, way, "marieke") as marieke, Walker(stage, way, "sanne") as sanne, Walker(stage, way, "joost") as joost:
            talk = opened(joost)
            hold = holds(stage.checks, way, marieke, talk)
            stage.checks.that(joost.get(talk).status == 404, f"{way.name}: the father does not find it, from that moment")
            answers(stage.checks, way, sanne, hold)
            proposes(stage.checks, way, marieke, hold)
            stage.checks.that(joost.get(talk).status == 404, f"{way.name}: while one of two wants to release it, it stays held")
            answers(stage.checks, way, sanne, hold)
            stage.checks.that(joost.get(talk).status == 200, f"{way.name}: once two say so he reads it again")
            joost.come(talk)
            stage.checks.that(not joost.says("Vastgehouden", "Held"), f"{way.name}: nothing tells that it was held")
            stage.checks.that(joost.get(hold).status == 404, f"{way.name}: nor is there a page about it for him")
            told_later(stage, way, marieke, joost.family)


def opened(joost):
    joost.come("/today")
    joost.come(joost.family)
    joost.follow(joost.page.locator('.nav a[href$="/conversations"]'))
    joost.follow(joost.link("Noor op school"))
    return joost.address


def holds(checks, way, marieke, talk):
    marieke.come(talk)
    marieke.follow(marieke.link("Vasthouden", "Hold"))
    marieke.follow(marieke.button("Nu vasthouden", "Hold it now"))
    checks.that(marieke.page.locator(".errors a").count() == 3, f"{way.name}: what misses is named")
    marieke.choose(marieke.choice("from", "Joost"))
    marieke.type("reason", way.word("Zij vertelde iets dat hij niet mag weten.", "She told something that he must not know."))
    marieke.choose(marieke.choice("second", "Sanne"))
    marieke.follow(marieke.button("Nu vasthouden", "Hold it now"))
    checks.that(
        marieke.says("Een tweede professional moet dit nog zeggen", "A second professional is still to say so"),
        f"{way.name}: it is held, and waits for a second professional")
    return marieke.address


def answers(checks, way, sanne, hold):
    sanne.come("/today")
    checks.that(
        sanne.says("Meebeslissen als tweede professional", "Decide as a second professional"),
        f"{way.name}: the second professional finds it on their day")
    sanne.come(hold)
    sanne.choose(sanne.choice("said", way.word("Ja, daar ben ik het mee eens", "Yes, I agree")))
    sanne.follow(sanne.button("Antwoord vastleggen", "Record the answer"))


def proposes(checks, way, marieke, hold):
    marieke.come(hold)
    marieke.choose(marieke.choice("what", way.word("Weer laten zien", "Let it be seen again")))
    marieke.type("reason", way.word("Zij vertelde het hem zelf.", "She told him herself."))
    marieke.choose(marieke.choice("second", "Sanne"))
    marieke.follow(marieke.button("Voorstellen", "Propose"))
    checks.that(
        marieke.says("Wordt misschien weer zichtbaar", "May be seen again"), f"{way.name}: releasing waits for two, as holding did")


def told_later(stage, way, marieke, family):
    """What would harm a boy now is told later: three acts stand side by side, and this one is promised."""
    marieke.come(family + "/consents")
    marieke.follow(marieke.page.locator('main a[href$="/limits"]', has_text="Sem").first)
    marieke.follow(marieke.link("Sem iets nog niet vertellen", "Not telling Sem something yet"))
    marieke.type("what", way.word("De uitslag van de test.", "The outcome of the test."))
    marieke.type("reason", way.word("Hij slaapt al dagen niet.", "He has not slept for days."))
    marieke.choose(marieke.choice("second", "Hanna"))
    marieke.follow(marieke.button("Nog niet vertellen", "Do not tell yet"))
    page = marieke.address
    stage.checks.that(
        marieke.says("Wacht op een tweede professional", "Waits for a second professional"), f"{way.name}: a colleague is consulted")
    with Walker(stage, way, "sem") as sem:
        stage.checks.that(sem.get(page).status == 404, f"{way.name}: he finds nothing of it")
    marieke.follow(marieke.button("Ik heb het verteld", "I told it"))
    stage.checks.that(marieke.says("Verteld.", "Told."), f"{way.name}: and then it was told")
