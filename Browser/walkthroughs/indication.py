# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""How safe a child is: assessed, signed along, discussed and read by the parents, not by a grandmother or her brother's therapist; and
a helper who joins by the code of a family."""

import re

from reader import Reader
from walker import Walker
from ways import WAYS

TITLE = "How safe a child is, and joining by a code"


def walk(stage):
    home = family(stage)
    for way in WAYS:
        outcome = way.word("Noor slaapt rustig bij Joost.", "Noor sleeps quietly at Joost's.")
        address = assessed(stage, way, home, outcome)
        signed(stage, way, address, outcome)
        released(stage, way, address, outcome)
        read(stage, way, home, address, outcome)
        joined(stage, way, home)


def family(stage):
    with Reader(stage, "aylin") as aylin:
        aylin.open("/families")
        return aylin.family


def assessed(stage, way, home, outcome):
    checks = stage.checks
    with Walker(stage, way, "sanne") as sanne:
        sanne.come(home)
        with sanne.within(5, "a child's safety is assessed"):
            sanne.follow(sanne.link("Veiligheidsinschatting", "Safety indication"))
            sanne.follow(sanne.link("Nieuwe inschatting", "New indication"))
            sanne.follow(sanne.link("LIRIK", "LIRIK"))
            sanne.type("outcome", outcome)
            sanne.follow(sanne.button("Inschatting bewaren", "Keep the indication"))
            checks.that(sanne.page.locator(".errors a").count() == 2, f"{way.name}: both answers that miss are named")
            checks.that(outcome in sanne.field("outcome").input_value(), f"{way.name}: nothing typed is lost")
            sanne.choose(sanne.choice("safetyNow", way.word("Twijfel", "Doubtful")))
            sanne.choose(sanne.choice("futureRisk", way.word("Middelmatig", "Middle")))
            sanne.choose(sanne.choice("cosigner", "Marieke"))
            sanne.follow(sanne.button("Inschatting bewaren", "Keep the indication"))
        checks.that(
            sanne.says("Wacht op wie meetekent", "Waits for a co-signature"), f"{way.name}: it waits for who has the skill")
        return sanne.address


def signed(stage, way, address, outcome):
    with Walker(stage, way, "marieke") as marieke:
        marieke.come(address.replace("/indications/", "/decisions/"))
        stage.checks.that(marieke.says(outcome), f"{way.name}: who signs along reads what it rests on")
        with marieke.within(1, "an indication is signed"):
            marieke.choose(marieke.choice("said", way.word("Ja, dit is nodig", "Yes, this is needed")))
            marieke.follow(marieke.button("Antwoord geven", "Answer"))


def released(stage, way, address, outcome):
    for who in ["aylin", "truus", "priya"]:
        with Walker(stage, way, who) as reader:
            stage.checks.that(reader.get(address).status == 404, f"{way.name}: {who} reads nothing before the talk")
    with Walker(stage, way, "marieke") as marieke:
        marieke.come(address)
        with marieke.within(1, "an indication is released"):
            marieke.type("talk", way.word("Met Aylin, thuis.", "With Aylin, at home."))
            marieke.follow(marieke.button("Laat het gezin dit lezen", "Let the family read this"))


def read(stage, way, home, address, outcome):
    checks = stage.checks
    with Walker(stage, way, "aylin") as aylin:
        aylin.come(home)
        checks.that(
            aylin.says("We twijfelen of het nu veilig is", "We doubt whether it is safe now"),
            f"{way.name}: the family has one sentence")
        aylin.come(address)
        checks.that(aylin.says(outcome), f"{way.name}: the mother reads it after the talk")
        checks.that(not aylin.says("Met Aylin, thuis.", "With Aylin, at home."), f"{way.name}: what was said is for professionals")
    for who in ["truus", "priya"]:
        with Walker(stage, way, who) as other:
            checks.that(other.get(address).status == 404, f"{way.name}: {who} finds nothing")
            other.come(home)
            checks.that(
                not other.says("We twijfelen of het nu veilig is", "We doubt whether it is safe now"), f"{way.name}: nor the sentence")


def joined(stage, way, home):
    checks = stage.checks
    expected = way.word("Denk mee over school.", "Think along about school.")
    with Walker(stage, way, "aylin") as aylin:
        aylin.come(home)
        with aylin.within(2, "a code is made"):
            aylin.follow(aylin.link("Code voor een hulpverlener", "Code for a helper"))
            aylin.choose(aylin.choice("persons", "Noor"))
            aylin.type("expectation", expected)
            aylin.follow(aylin.button("Code maken", "Make a code"))
        code = re.search(r"[CDFGHJKMNPQRTVWX34679]{5}(-[CDFGHJKMNPQRTVWX34679]{5}){2}", aylin.page.locator("main").inner_text()).group()
    with Walker(stage, way, "thijs") as thijs:
        thijs.come("/today")
        with thijs.within(2, "a code is used"):
            thijs.follow(thijs.link("Code van een gezin", "Code of a family"))
            thijs.type("code", code.lower())
            thijs.follow(thijs.button("Vraag om mee te doen", "Ask to take part"))
        checks.that(thijs.says(expected), f"{way.name}: it is an invitation like any other")
        thijs.come("/circle-code")
    with Walker(stage, way, "esmee") as esmee:
        esmee.come("/circle-code")
        esmee.type("code", code)
        esmee.follow(esmee.button("Vraag om mee te doen", "Ask to take part"))
        checks.that(esmee.says("Deze code klopt niet", "This code is not right"), f"{way.name}: it is used once")
