# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A helper who was hidden from two people when she came is shown to one of them again, by two professionals."""

from walker import Walker
from ways import WAYS

TITLE = "A hidden member is shown again"


def walk(stage):
    family = None
    for way, name in zip(WAYS, ["Robert", "Wilma"]):
        with Walker(stage, way, "fatma") as fatma:
            family = family or circle(stage, way, fatma)
            hold = asked(stage.checks, way, fatma, family, name)
        if name == "Robert":
            stage.checks.that(not robert_sees(stage, way, family), f"{way.name}: until a second says yes he finds nobody")
        with Walker(stage, way, "bart") as bart:
            bart.come("/today")
            stage.checks.that(
                bart.says("Meebeslissen als tweede professional", "Decide as a second professional"),
                f"{way.name}: the second professional finds it on their day")
            bart.come(hold)
            bart.choose(bart.choice("said", way.word("Ja, daar ben ik het mee eens", "Yes, I agree")))
            bart.follow(bart.button("Antwoord vastleggen", "Record the answer"))
        if name == "Robert":
            stage.checks.that(robert_sees(stage, way, family), f"{way.name}: then he knows who she is")


def circle(stage, way, fatma):
    fatma.come("/families")
    fatma.follow(fatma.page.get_by_role("link", name="Van Dongen").first)
    return fatma.address


def asked(checks, way, fatma, family, name):
    """Asks to show her to somebody; gives where it is decided."""
    fatma.come(family)
    fatma.follow(fatma.page.get_by_role("link", name="Nadia Benali").first)
    fatma.follow(fatma.link("Weer laten zien", "Show again"))
    reason = way.word("Zij spraken elkaar al op kantoor.", "They met at the office already.")
    fatma.type("reason", reason)
    fatma.follow(fatma.button("Vraag om mee te beslissen", "Ask them to decide with me"))
    checks.that(fatma.page.locator(".errors a").count() == 2, f"{way.name}: what misses is named")
    checks.that(fatma.field("reason").input_value() == reason, f"{way.name}: nothing typed is lost")
    fatma.choose(fatma.choice("from", name))
    fatma.choose(fatma.choice("second", "Bart"))
    fatma.follow(fatma.button("Vraag om mee te beslissen", "Ask them to decide with me"))
    checks.that(fatma.says("Wordt misschien weer zichtbaar", "May be seen again"), f"{way.name}: it waits for two")
    return fatma.address


def robert_sees(stage, way, family):
    with Walker(stage, way, "robert") as robert:
        robert.come(family)
        return robert.says("Nadia Benali", "Nadia Benali")
