# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A worry: reported without an account, judged at the desk, talked about, and answered to who reported; and one that
another system hands over, with what holds for safety."""

from html import escape

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
        transferred(stage, way)


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


def transferred(stage, way):
    """Veilig Thuis hands over by a message, while a colleague has the board open."""
    checks = stage.checks
    name = way.word("Saar Vos", "Saar Vos junior")
    with Walker(stage, way, "ruud") as ruud, Walker(stage, way, "mirjam") as mirjam:
        ruud.come("/desk")
        stays = on_a_row(ruud) if way.script else None
        mirjam.come("/desk")
        with mirjam.within(10, "a report from another system is triaged"):
            mirjam.follow(mirjam.link("Berichten van andere systemen", "Messages from other systems"))
            mirjam.page.locator("#file").set_input_files([
                file("melding.xml", message("1" + way.name, name)), file("brief.xml", f"Beste collega {way.name}")])
            mirjam.follow(mirjam.button("Lees in", "Read in"))
            checks.that(
                mirjam.says("Dit is nu melding", "This is report"), f"{way.name}: a message becomes a report")
            checks.that(
                mirjam.says("geen goede XML", "no well-formed XML"), f"{way.name}: what can't be read says why")
            checks.that(
                mirjam.page.locator('a[href$="/answer"]').count() > 0, f"{way.name}: and is answered")
            if way.script:
                ruud.page.get_by_role("link", name=name, exact=False).first.wait_for(timeout=15_000)
                ruud.page.wait_for_timeout(1_000)
                checks.that(
                    ruud.page.evaluate("window.said.length") > 0, f"{way.name}: the board says that it changed")
                checks.that(
                    ruud.page.evaluate("document.activeElement.getAttribute('href')") == stays,
                    f"{way.name}: who was on a row of the board is still there")
            mirjam.come("/desk")
            mirjam.follow(mirjam.page.get_by_role("link", name=name, exact=False).first)
            shown = mirjam.page.inner_text("main")
            checks.that(
                shown.index(way.word("Dit geldt voor de veiligheid", "This holds for safety"))
                < shown.index(way.word("Wat er is gemeld", "What was reported")),
                f"{way.name}: what holds for safety stands first")
            checks.that("123456782" not in mirjam.page.content(), f"{way.name}: no citizen number is shown")
            mirjam.press(mirjam.page.locator("summary", has_text=way.word("Beoordelen", "Judge")).first)
            mirjam.choose(mirjam.choice("urgency", way.word("Binnen een dag", "Within a day")))
            mirjam.type("reason", way.word("Er is een huisverbod.", "He is barred from home."))
            mirjam.type("keeper", "Ilse Koster, 030 1234567")
            mirjam.type("keeper-day", "2030-01-01")
            mirjam.follow(mirjam.button("Bewaar het oordeel", "Save the judgement"))
        checks.that(mirjam.says("let hierop", "keeps watch"), f"{way.name}: somebody keeps watch until a day")
        settled(checks, way, mirjam)


def on_a_row(ruud):
    """Ruud stands on the first report of the board, and what a screen reader is told is written down."""
    ruud.page.evaluate("""() => {
        window.said = []
        const line = document.querySelector('[data-live-said]')
        new MutationObserver(() => line.textContent && window.said.push(line.textContent))
            .observe(line, { childList: true, characterData: true, subtree: true })
    }""")
    row = ruud.page.locator("#board li a").first
    row.focus()
    return row.get_attribute("href")


def settled(checks, way, mirjam):
    """What can't be read waits on the day of the desk until somebody says that it was answered."""
    mirjam.come("/today")
    words = "Antwoord geven op een bericht dat niet te lezen is", "Answer a message that can’t be read"
    with mirjam.within(2, "a message that can't be read is settled"):
        mirjam.follow(mirjam.link(*words))
        mirjam.follow(mirjam.button("Opgelost", "Settled"))
    mirjam.come("/today")
    checks.that(not mirjam.says(*words), f"{way.name}: then it waits no more")


def file(name, text):
    return {"name": name, "mimeType": "text/xml", "buffer": text.encode()}


def message(number, name):
    """As little of a vtMeldingDi01 as is read."""
    given, family = name.split(" ", 1)
    person = (
        f"<BG:inp.bsn>123456782</BG:inp.bsn><BG:geslachtsnaam>{escape(family)}</BG:geslachtsnaam>"
        f"<BG:voornamen>{given}</BG:voornamen>")
    party = "<StUF:organisatie>Veilig Thuis</StUF:organisatie><StUF:applicatie>CORV</StUF:applicatie>"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<JZ:vtMeldingDi01 xmlns:JZ="http://www.stufstandaarden.nl/koppelvlak/jz0100"
 xmlns:StUF="http://www.egem.nl/StUF/StUF0301" xmlns:BG="http://www.egem.nl/StUF/sector/bg/0310"
 xmlns:ZKN="http://www.egem.nl/StUF/sector/zkn/0310">
<JZ:stuurgegevens><StUF:berichtcode>Di01</StUF:berichtcode><StUF:zender>{party}</StUF:zender>
<StUF:ontvanger>{party}</StUF:ontvanger><StUF:referentienummer>{escape(number)}</StUF:referentienummer>
<StUF:tijdstipBericht>202611201030</StUF:tijdstipBericht><StUF:functie>vtMeldingDi01</StUF:functie>
</JZ:stuurgegevens><JZ:object><JZ:identificatieVtMelding>{escape(number)}</JZ:identificatieVtMelding>
<JZ:omschrijvingIncident>Ruzie.</JZ:omschrijvingIncident><JZ:contactgegevensVerdiepingOpInfo/>
<JZ:indicatieSASHIngevuld>Nee</JZ:indicatieSASHIngevuld><JZ:betreft><JZ:gerelateerde>
<JZ:omschrijvingZorgelijkeSituatie>Zij zat op de trap.</JZ:omschrijvingZorgelijkeSituatie>
<JZ:tijdelijkHuisverbod>Vader, tien dagen.</JZ:tijdelijkHuisverbod>
<JZ:heeftBetrokken><JZ:gerelateerde>{person}</JZ:gerelateerde><JZ:jeugzorgrol>jeugdige</JZ:jeugzorgrol>
</JZ:heeftBetrokken></JZ:gerelateerde></JZ:betreft><JZ:isIngediendDoor><JZ:gerelateerde>
<ZKN:naam>Veilig Thuis</ZKN:naam></JZ:gerelateerde></JZ:isIngediendDoor></JZ:object></JZ:vtMeldingDi01>"""
