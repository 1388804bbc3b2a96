# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A GP without an account: gets a code by telephone, sees the wait, refers, and hears back three times."""

from walker import Walker
from ways import WAYS

TITLE = "A GP as a guest"

PRACTICE = "Praktijk aan de Vecht"
TEAM = "Gebiedsteam Zuilen-Ondiep"


def walk(stage):
    for way in WAYS:
        name = way.word("Finn Bakker", "Finn Bakker junior")
        asked(stage, way)
        code = told(stage, way)
        link = referred(stage, way, code, name)
        address = found(stage, way, name)
        answered(stage, way, address, "accept")
        heard(stage, way, code, link, way.word("Het antwoord is ja.", "The answer is yes."), name)
        answered(stage, way, address, "start")
        heard(stage, way, code, link, way.word("De hulp is begonnen.", "The help has begun."), name)
        directed(stage, way, name)
        answered(stage, way, address, "end")
        heard(stage, way, code, link, way.word("De hulp is klaar.", "The help is over."), name)
        closed(stage, way, address, link, name)


def asked(stage, way):
    with Walker(stage, way) as guest:
        guest.come("/guests")
        with guest.within(2, "a code is asked for"):
            guest.follow(guest.link("Vraag een code", "Ask for a code"))
            guest.pick("practice", PRACTICE)
            guest.type("name", way.word("Els de Boer", "Els the Boer"))
            guest.type("function", way.word("assistent", "assistant"))
            guest.type("behalf", "Dokter Kok")
            guest.type("mail", "post@praktijk.example")
            guest.follow(guest.button("Vraag de code", "Ask for the code"))
        stage.checks.that(guest.says("We bellen jullie", "We will call you"), f"{way.name}: somebody will call")


def told(stage, way):
    with Walker(stage, way, "mirjam") as mirjam:
        mirjam.come("/desk/calls")
        with mirjam.within(2, "a practice is called and told its code"):
            mirjam.follow(mirjam.link(way.word("Els de Boer", "Els the Boer")))
            stage.checks.that(mirjam.says("0305550101"), f"{way.name}: the number is the one on record")
            mirjam.follow(mirjam.button("Ik heb gebeld: maak de code", "I called: make the code"))
        return mirjam.page.locator(".facts dd").first.inner_text()


def enter(guest, way, code):
    guest.pick("practice", PRACTICE)
    guest.type("name", "Dokter Kok")
    guest.type("function", way.word("huisarts", "GP"))
    guest.type("code", code)
    guest.follow(guest.button("Naar binnen", "Come in"))


def referred(stage, way, code, name):
    checks = stage.checks
    with Walker(stage, way) as guest:
        guest.come("/guests")
        with guest.within(7, "a young person is referred by a guest"):
            guest.follow(guest.link("Ik heb een code", "I have a code"))
            enter(guest, way, code)
            guest.follow(guest.link("Verwijs een jongere", "Refer a young person"))
            guest.press(guest.page.locator("summary", has_text=way.word("Hoe lang duurt het waar?", "How long does it take")).first)
            checks.that(
                guest.says("Hoe lang het hier duurt", "How long") or guest.says("De helft begon hier", "Half"),
                f"{way.name}: the wait is shown first")
            guest.pick("organisation", "Het Anker")
            guest.pick("team", TEAM)
            guest.type("child", name)
            guest.type("birth", "2013-05-04")
            guest.type("reach", "06 11111111")
            guest.type("question", way.word("Hij slaapt niet. Kunnen jullie helpen?", "He does not sleep. Can you help?"))
            guest.choose(guest.choice("agreed", way.word("Iedereen met gezag", "Everybody with authority")))
            guest.follow(guest.button("Verstuur de verwijzing", "Send the referral"))
            checks.that(
                guest.says("het ja van de jongere zelf", "the young person's own yes"), f"{way.name}: at 13 his own yes")
            checks.that(guest.field("child").input_value() == name, f"{way.name}: nothing typed is lost")
            guest.choose(guest.choice("agreed", way.word("De jongere zelf", "The young person")))
            guest.follow(guest.button("Verstuur de verwijzing", "Send the referral"))
        checks.that(guest.says("Er is nog geen antwoord", "There is no answer yet"), f"{way.name}: it was sent")
        return guest.address


def found(stage, way, name):
    with Walker(stage, way, "priya") as priya:
        priya.come("/today")
        with priya.within(2, "what was asked from outside is found"):
            priya.follow(priya.link("Van buiten gevraagd", "Asked from outside"))
            priya.follow(priya.page.get_by_role("link", name=name, exact=True).first)
        return priya.address


def answered(stage, way, address, what):
    with Walker(stage, way, "priya") as priya:
        priya.come(address)
        with priya.within(1, f"a guest hears of it ({what})"):
            if what == "accept":
                priya.follow(priya.button("Ja, dit doen wij", "Yes, we do this"))
            elif what == "start":
                priya.choose(priya.choice("startAgreed", way.word("Het gezin vindt goed", "The family agrees")))
                priya.pick("startChoice", way.word(f"{TEAM}: vraag of zij de regie nemen", f"{TEAM}: ask whether they direct"))
                priya.follow(priya.button("De hulp is begonnen", "Help has started"))
            else:
                priya.choose(priya.choice("endChoice", way.word("Verder zonder hulp", "Without help")))
                priya.type("endText", way.word("Hij slaapt weer.", "He sleeps again."))
                priya.follow(priya.button("Laat het weten", "Let them know"))


def directed(stage, way, name):
    """The area team the family agreed to sees it, and takes the direction that it is offered."""
    with Walker(stage, way, "marieke") as marieke:
        marieke.come("/today")
        with marieke.within(2, "an area team says that it directs"):
            marieke.follow(marieke.link("Zeggen of jullie de regie nemen", "Say whether you direct"))
            stage.checks.that(name in marieke.page.inner_text("main"), f"{way.name}: the area team sees who it is")
            marieke.follow(marieke.button("Ja, wij nemen de regie", "Yes, we direct"))
        stage.checks.that(marieke.says("Het gebiedsteam.", "The area team."), f"{way.name}: the area team directs")


def heard(stage, way, code, link, word, name):
    with Walker(stage, way) as guest:
        guest.come(link)
        stage.checks.that(name not in guest.page.inner_text("main"), f"{way.name}: without the code nothing is shown")
        with guest.within(1, "a guest hears back"):
            enter(guest, way, code)
        stage.checks.that(word in guest.page.inner_text("main"), f"{way.name}: {word}")


def closed(stage, way, address, link, name):
    for stranger in ["marieke", "joost"]:
        with Walker(stage, way, stranger) as reader:
            reader.come("/today")
            stage.checks.that(reader.get(address).status == 404, f"{way.name}: {stranger} finds nothing")
            reader.come(link)
            stage.checks.that(name not in reader.page.inner_text("main"), f"{way.name}: nor by the link")
