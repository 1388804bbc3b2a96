# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A referral: sent from one screen, answered in two steps, and told at its end how the help went."""

from walker import Walker
from ways import WAYS

TITLE = "A referral"


def walk(stage):
    for way in WAYS:
        question = way.word("Sem wil leren omgaan met boosheid.", "Sem wants to learn about his anger.")
        family = grounded(stage, way)
        referred(stage, way, family, question)
        address = answered(stage, way, question)
        started(stage, way, address)
        ended(stage, way, address)
        read(stage, way, family, address, question)


def grounded(stage, way):
    """Why it may be shared is noted before; gives the family's address."""
    with Walker(stage, way, "aylin") as aylin:
        aylin.come("/today")
        family = aylin.family
    with Walker(stage, way, "marieke") as marieke:
        marieke.come(family + "/grounds/new")
        marieke.choose(marieke.choice("ground", way.word("Wie samen met mij helpt", "Who helps together with me")))
        marieke.choose(marieke.choice("persons", "Sem"))
        marieke.type("party", "De Brug")
        marieke.type("what", way.word("Wat Sem wil leren.", "What Sem wants to learn."))
        marieke.type("purpose", way.word("Samen helpen.", "Helping together."))
        marieke.choose(marieke.choice("told", way.word("Ja, het is verteld", "Yes, they were told")))
        marieke.follow(marieke.button("Opschrijven", "Write down"))
    return family


def referred(stage, way, family, question):
    checks = stage.checks
    with Walker(stage, way, "marieke") as marieke:
        marieke.come(family)
        with marieke.within(5, "a young person is referred"):
            marieke.follow(marieke.link("Verwijzingen", "Referrals"))
            marieke.follow(marieke.link("Sem de Wit-Yildiz verwijzen", "Refer Sem de Wit-Yildiz"))
            checks.that(
                marieke.says("weten we nog niet", "we do not know yet"), f"{way.name}: of few nothing is said about the wait")
            marieke.follow(marieke.button("Verstuur de verwijzing", "Send the referral"))
            checks.that(
                marieke.says("Eén zin is genoeg", "One sentence is enough"), f"{way.name}: what is missing is said")
            marieke.type("question", question)
            basis(marieke, marieke.page.get_by_label("De Brug", exact=True).get_attribute("name"))
            basis(marieke, "help")
            marieke.follow(marieke.button("Verstuur de verwijzing", "Send the referral"))
        checks.that(marieke.says("Er is nog geen antwoord", "There is no answer yet"), f"{way.name}: it waits for an answer")


def basis(reader, field):
    """The last of the list: what was noted for De Brug."""
    label = [text for text in reader.field(field).locator("option").all_inner_texts() if "De Brug" in text][-1]
    reader.pick(field, label.strip())


def answered(stage, way, question):
    with Walker(stage, way, "thijs") as thijs:
        thijs.come("/referrals")
        with thijs.within(2, "a referral is answered"):
            thijs.follow(thijs.page.locator(".promises a", has_text="Sem").first)
            stage.checks.that(thijs.says(question), f"{way.name}: the other side reads what is asked")
            thijs.follow(thijs.button("Ja, dit doen wij", "Yes, we do this"))
        stage.checks.that(thijs.says("Thijs Nauta zei ja", "Thijs Nauta said yes"), f"{way.name}: it is taken on")
        return thijs.address


def started(stage, way, address):
    with Walker(stage, way, "thijs") as thijs:
        thijs.come("/waits")
        stage.checks.that(thijs.says("Sem"), f"{way.name}: who waits stands in the list of waits")
        thijs.come(address)
        thijs.follow(thijs.button("De hulp is begonnen", "Help has started"))
        stage.checks.that(thijs.says("De hulp is begonnen.", "Help has started."), f"{way.name}: help starts")


def ended(stage, way, address):
    with Walker(stage, way, "thijs") as thijs:
        thijs.come("/referrals?which=helping")
        with thijs.within(2, "how it ended is told"):
            thijs.follow(thijs.page.locator(".promises a", has_text="Sem").first)
            thijs.choose(thijs.choice("endChoice", way.word("Verder zonder hulp", "Without help")))
            thijs.type("endText", way.word("Het gaat goed.", "It goes well."))
            thijs.follow(thijs.button("Laat het weten", "Let them know"))
    with Walker(stage, way, "marieke") as marieke:
        marieke.come(address)
        with marieke.within(1, "who referred says whether it helped"):
            marieke.choose(marieke.choice("verdictChoice", way.word("Het hielp", "It helped")))
            marieke.follow(marieke.button("Laat het weten", "Let them know"))
        stage.checks.that(marieke.says("Dit is klaar", "This is done"), f"{way.name}: it is over")


def read(stage, way, family, address, question):
    with Walker(stage, way, "sem") as sem:
        sem.come(family + "/referrals")
        stage.checks.that(sem.says(question), f"{way.name}: the young person reads what was asked")
        stage.checks.that(sem.get(address).status == 404, f"{way.name}: and not what lies at the desk")
    with Walker(stage, way, "sanne") as sanne:
        sanne.come("/today")
        stage.checks.that(sanne.get(address).status == 404, f"{way.name}: nobody else finds it")
