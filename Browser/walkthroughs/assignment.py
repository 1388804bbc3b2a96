# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a municipality assigned: read in from messages, waited for, and handed to a colleague."""

from datetime import date, timedelta

from walker import Walker
from ways import WAYS

TITLE = "What a municipality assigned"

TODAY = date.today()


def walk(stage):
    for number, way in enumerate(WAYS, 1):
        address = waits(stage, way)
        read_in(stage, way, number)
        handed(stage, way, address)
        closed(stage, way, address)


def waits(stage, way):
    with Walker(stage, way, "gerda") as gerda:
        gerda.come("/referrals")
        with gerda.within(2, "who waits longest is found"):
            gerda.follow(gerda.link("Toewijzingen", "Assignments"))
            first = gerda.page.locator("tbody th a").first
            stage.checks.that(first.inner_text() == "Imre Zandstra", f"{way.name}: who waits longest stands first")
            gerda.follow(first)
        stage.checks.that(
            gerda.says("De jongere wacht tot de hulp begint", "waits for help to begin"), f"{way.name}: it says what is so")
        return gerda.address


def read_in(stage, way, number):
    with Walker(stage, way, "gerda") as gerda:
        gerda.come("/assignments")
        with gerda.within(3, "messages are read in, with one mistake"):
            gerda.follow(gerda.link("Lees berichten in", "Read messages in"))
            gerda.follow(gerda.button("Lees in", "Read in"))
            stage.checks.that(
                gerda.says("Kies een of meer berichten", "Choose one or more"), f"{way.name}: without a file it says so")
            gerda.page.locator("#file").set_input_files([
                file("start.xml", started(440103, f"walk{number}")),
                file("onbekend.xml", started(999999, f"lost{number}")), file("brief.xml", "Beste collega"),
            ])
            gerda.follow(gerda.button("Lees in", "Read in"))
        first = number == 1
        stage.checks.that(
            gerda.says("1 × begonnen", "1 × started") if first else gerda.says("was al begonnen", "had begun already"),
            f"{way.name}: each file says what became of it")
        stage.checks.that(
            gerda.says("Lees eerst de toewijzing in", "Read the assignment in first"), f"{way.name}: and what is wrong")
        gerda.follow(gerda.link("Naar de toewijzingen", "To the assignments"))
        stage.checks.that(not gerda.says("Otis Bleeker"), f"{way.name}: whose help began waits no more")


def handed(stage, way, address):
    with Walker(stage, way, "gerda") as gerda:
        gerda.come(address)
        gerda.pick("colleague", "Priya Ramdin")
        gerda.follow(gerda.button("Geef door", "Pass on"))
    with Walker(stage, way, "priya") as priya:
        priya.come("/assignments")
        stage.checks.that(priya.says("Imre Zandstra"), f"{way.name}: who was handed it reads it")
        stage.checks.that(not priya.says("Jade Molenaar"), f"{way.name}: and nothing else")
        priya.come(address)
        priya.pick("colleague", way.word("Terug naar de teamleiders", "Back to the team leads"))
        priya.follow(priya.button("Geef door", "Pass on"))
        stage.checks.that(priya.says("Niemand wacht op hulp", "Nobody waits for help"), f"{way.name}: and gives it back")


def closed(stage, way, address):
    for stranger in ["priya", "marieke", "joost"]:
        with Walker(stage, way, stranger) as reader:
            reader.come("/today")
            stage.checks.that(
                reader.get(address).status == 404 and reader.get("/assignments/new").status == 404,
                f"{way.name}: {stranger} finds nothing")


def file(name, text):
    return {"name": name, "mimeType": "text/xml", "buffer": text.encode()}


def started(number, identification):
    """Help that began yesterday for Otis, as his provider tells it."""
    space = "http://www.istandaarden.nl/ijw/3_2"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<m:Bericht xmlns:ijw="{space}/basisschema/schema" xmlns:m="{space}/jw305/schema"><m:Header>
<m:BerichtCode>438</m:BerichtCode><m:Afzender>90012345</m:Afzender><m:Ontvanger>0344</m:Ontvanger>
<m:BerichtIdentificatie><ijw:Identificatie>{identification}</ijw:Identificatie>
<ijw:Dagtekening>{TODAY}</ijw:Dagtekening></m:BerichtIdentificatie></m:Header>
<m:Client><m:Bsn>999990032</m:Bsn><m:Geboortedatum><ijw:Datum>2010-02-08</ijw:Datum></m:Geboortedatum>
<m:Naam><ijw:Geslachtsnaam><ijw:Achternaam>Bleeker</ijw:Achternaam></ijw:Geslachtsnaam>
<ijw:Voornamen>Otis</ijw:Voornamen></m:Naam><m:StartProducten><m:StartProduct>
<m:ToewijzingNummer>{number}</m:ToewijzingNummer>
<m:Product><ijw:Categorie>45</ijw:Categorie><ijw:Code>45A04</ijw:Code></m:Product>
<m:Begindatum>{TODAY - timedelta(days=1)}</m:Begindatum><m:StatusAanlevering>1</m:StatusAanlevering>
</m:StartProduct></m:StartProducten></m:Client></m:Bericht>"""
