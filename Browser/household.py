# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A family that is started in the demo by its pages: who belongs to it, and how each of them comes in."""

import re

import pyotp

from walker import Walker

PASSWORD = "zeven stille eenden fietsen"


class Card:
    """What a professional hands over: a code on paper, and figures that are said."""

    def __init__(self, page):
        self.code = page.locator(".handed__code").inner_text()
        self.pin = page.locator(".spoken").inner_text()


class Household:
    """The family of one way; each way has one of its own, so that no walk depends on another."""

    def __init__(self, stage, way):
        self.stage, self.way = stage, way
        last = way.word("Zomer", "Winter")
        first = ["Mila", "Bram", "Lune", "Tijn"] if last == "Zomer" else ["Vera", "Otto", "Pien", "Guus"]
        self.last = last
        self.mother, self.father, self.daughter, self.son = [f"{name} {last}" for name in first]
        # The browsers in which they stay signed in.
        self.states = {}

    @classmethod
    def of(cls, stage, way):
        """The family of this way; started, and both parents in, when no journey did so before."""
        if way.name not in stage.households:
            made = cls(stage, way)
            made.start()
            stage.households[way.name] = made
        household = stage.households[way.name]
        for name in (household.mother, household.father):
            if name not in household.states:
                household.let_join(name)
        return household

    def reader(self, name):
        """One of the family, signed in."""
        reader = Walker(self.stage, self.way, storage_state=self.states[name])
        reader.person = name
        return reader

    def professional(self, person):
        return Walker(self.stage, self.way, person)

    def answer_invitation(self, name, invited):
        """Who must agree finds the invitation on the page of the circle, and says yes."""
        with self.reader(name) as reader:
            reader.come(self.address)
            reader.follow(reader.link(invited))
            reader.choose(reader.page.locator('input[type=radio][value="yes"]').first)
            reader.follow(reader.button("Antwoord geven", "Send my answer"))

    # MARK: Starting it

    def start(self):
        """The director writes down who belongs to the family, in three steps."""
        with self.professional("marieke") as marieke:
            marieke.come("/families")
            marieke.follow(marieke.link("Gezin starten", "Start a family"))
            for _ in range(2):
                marieke.follow(marieke.button("Nog iemand toevoegen", "Add somebody"))
            year = self.stage.town.today.year
            people = [(self.mother, "parent", None), (self.father, "parent", None),
                      (self.daughter, "child", year - 15), (self.son, "child", year - 8)]
            for place, (name, role, born) in enumerate(people):
                marieke.type(f"name-{place}", name)
                marieke.choose(marieke.page.locator(f'[name="role-{place}"][value="{role}"]'))
                if born:
                    for field, text in (("day", "1"), ("month", "1"), ("year", str(born))):
                        marieke.type(f"{field}-{place}", text)
            marieke.follow(marieke.button("Verder", "Go on"))
            marieke.follow(marieke.button("Verder", "Go on"))
            marieke.type("family", self.last)
            marieke.type("function", marieke.word("gezinswerker", "family worker"))
            marieke.type("expectation", marieke.word("Belt elke week.", "Calls every week."))
            marieke.choose(marieke.page.locator('[name="parents"][value="no"]'))
            marieke.follow(marieke.button("Gezin starten", "Start the family"))
            self.address = re.match(r"/families/[0-9a-f-]{36}", marieke.address).group()

    def hand_card(self, name):
        """The director goes to somebody's page, and makes a card."""
        with self.professional("marieke") as marieke:
            marieke.come(self.address)
            marieke.follow(marieke.page.locator(".person__name a", has_text=name).first)
            marieke.follow(marieke.button("Kaartje geven", "Hand over a card"))
            return Card(marieke.page)

    def let_join(self, name):
        """Somebody of the family gets a card and comes in."""
        with Walker(self.stage, self.way) as joiner:
            joiner.person = name
            join(joiner, self.hand_card(name), name)
            self.keep(joiner, name)

    def keep(self, reader, name):
        self.states[name] = reader.context.storage_state()


def ask_for_mail(reader):
    """Somebody asks to be mailed; a code goes to the address."""
    reader.come("/account/notices")
    reader.type("address", mailbox(reader))
    reader.choose(reader.page.locator('[name="own"]'))
    reader.follow(reader.button("Stuur me een code", "Send me a code"))


def confirm_mail(reader):
    """The code has come, and is typed."""
    reader.come("/account/notices")
    reader.type("code", reader.stage.town.letters.code(mailbox(reader)))
    reader.follow(reader.page.locator('form[action="/account/notices/address"] button'))


def mailbox(reader):
    return reader.person.lower().replace(" ", ".") + "@example.nl"


def take_part(invited):
    """Who was invited finds that, and says yes; leads to the circle."""
    invited.come("/families")
    if invited.page.locator('main a[href^="/invitations"]').count():
        invited.follow(invited.page.locator('main a[href^="/invitations"]').first)
    else:
        invited.come("/invitations")
    invited.follow(invited.button("Ja, ik doe mee", "Yes, I take part"))


def begin(writer, to, about, subject, text):
    """Starts a conversation from the page of the circle; leads to it."""
    writer.follow(writer.link("Schrijf een bericht", "Write a message"))
    for name in to:
        writer.choose(writer.choice("to", name))
    for name in about:
        writer.choose(writer.choice("about", name))
    writer.type("subject", subject)
    writer.type("message", text)
    writer.follow(writer.button("Versturen", "Send"))
    return writer.address


def join(joiner, card, name):
    """From the card to the first page, with a name and a password."""
    joiner.come("/join")
    joiner.read()
    joiner.type("code", card.code)
    joiner.type("pin", card.pin)
    joiner.follow(joiner.button("Verder", "Go on"))
    joiner.read()
    joiner.type("name", name.replace(" ", "."))
    joiner.type(joiner.page.locator("#new-password"), PASSWORD)
    joiner.follow(joiner.button("Kiezen en verder", "Choose and go on"))


def set_up_app(joiner):
    """Who works with families sets up an app with codes before anything else."""
    joiner.follow(joiner.button("Instellen", "Set up"))
    secret = joiner.page.locator("p.input--code strong").inner_text().replace(" ", "")
    joiner.type("code", pyotp.TOTP(secret).now())
    joiner.follow(joiner.button("Bevestigen", "Confirm"))
    joiner.follow(joiner.page.locator("main .actions a").first)
