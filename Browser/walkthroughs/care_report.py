# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A worry: reported without an account, judged at the desk, talked about, and answered to who reported."""

from walker import Walker
from ways import WAYS

TITLE = "A care report"


def walk(stage):
    for way in WAYS:
        name = way.word("Tim Maas", "Tim Maas junior")
        number, code = reported(stage, way, name)
        address = triaged(stage, way, name)
        answered(stage, way, address)
        heard(stage, way, number, code, name)


def reported(stage, way, name):
    checks = stage.checks
    with Walker(stage, way) as neighbour:
        neighbour.come("/reports/new")
        shown = neighbour.page.inner_text("main")
        checks.that("0800 2000" in shown, f"{way.name}: whom to call stands first")
        # No phone is rung from the demo, so it says that nothing acute is taken.
        checks.that(
            way.word("neemt nu niets acuuts aan", "takes nothing acute now") in shown
            and neighbour.page.locator('input[name=urgency][value=acute]').count() == 0,
            f"{way.name}: without a phone nothing acute is taken")
        with neighbour.within(4, "a worry is reported"):
            neighbour.type("name-1", name)
            neighbour.choose(neighbour.choice("urgency", way.word("Tot morgen", "Until tomorrow")))
            neighbour.pick("reporter", way.word("Buur, vriend of familie", "Neighbour, friend or relative"))
            neighbour.page.wait_for_timeout(3_000)
            neighbour.follow(neighbour.button("Verstuur de melding", "Send the report"))
            checks.that(
                neighbour.says("Schrijf op wat je zag", "Write down what you saw"), f"{way.name}: what lacks is said")
            checks.that(neighbour.field("name-1").input_value() == name, f"{way.name}: nothing typed is lost")
            neighbour.type("facts", way.word("Hij stond laat alleen buiten.", "He was outside alone, late."))
            neighbour.page.wait_for_timeout(3_000)
            neighbour.follow(neighbour.button("Verstuur de melding", "Send the report"))
        facts = neighbour.page.locator(".facts dd")
        return facts.nth(0).inner_text(), facts.nth(1).inner_text()


def triaged(stage, way, name):
    checks = stage.checks
    with Walker(stage, way, "mirjam") as mirjam:
        mirjam.come("/today")
        with mirjam.within(9, "a report is triaged"):
            mirjam.follow(mirjam.link("Meldpunt", "Desk"))
            mirjam.follow(mirjam.page.get_by_role("link", name=name, exact=True).first)
            mirjam.press(mirjam.page.locator("summary", has_text=way.word("Beoordelen", "Judge")).first)
            mirjam.choose(mirjam.choice("urgency", way.word("Binnen een week", "Within a week")))
            mirjam.type("reason", way.word("Nu is het veilig.", "It is safe now."))
            mirjam.follow(mirjam.button("Bewaar het oordeel", "Save the judgement"))
            mirjam.press(mirjam.page.locator("summary", has_text=way.word("Naar een gezin", "To a family")).first)
            mirjam.follow(mirjam.button("Het meldpunt voert het gesprek", "The desk has the talk"))
        checks.that(
            mirjam.says("Het meldpunt voert het gesprek.", "The desk has the talk."), f"{way.name}: it left triage")
        address = mirjam.address
    with Walker(stage, way, "joost") as joost:
        checks.that(joost.get(address).status == 404, f"{way.name}: nobody else finds it")
    return address


def answered(stage, way, address):
    with Walker(stage, way, "mirjam") as mirjam:
        mirjam.come(address)
        with mirjam.within(4, "a talk is noted, and who reported hears"):
            mirjam.press(mirjam.page.locator("summary", has_text=way.word("Het eerste gesprek", "The first talk")).first)
            mirjam.type("talk", way.word("Gesproken met zijn moeder.", "Talked with his mother."))
            mirjam.follow(mirjam.button("Bewaar het gesprek", "Save the talk"))
            mirjam.press(mirjam.page.locator("summary", has_text=way.word("Laten weten", "Let them know")).first)
            mirjam.choose(mirjam.choice("reply", way.word("Ontvangen en bekeken", "Received and looked at")))
            mirjam.follow(mirjam.button("Verstuur en rond af", "Send and finish"))


def heard(stage, way, number, code, name):
    with Walker(stage, way) as neighbour:
        neighbour.come("/reports/answer")
        with neighbour.within(1, "an answer is read"):
            neighbour.type("number", number)
            neighbour.type("code", code)
            neighbour.follow(neighbour.button("Kijk", "Look"))
        stage.checks.that(
            neighbour.says("Ontvangen en bekeken.", "Received and looked at."), f"{way.name}: who reported hears")
        stage.checks.that(name not in neighbour.page.inner_text("main"), f"{way.name}: and nothing of the family")
