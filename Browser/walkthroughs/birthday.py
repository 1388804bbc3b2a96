# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sem turns sixteen, by the clock of the server: he hears of it first and alone, his parents' reading ends on the day, and he
chooses which of them reads with him."""

from types import SimpleNamespace

from reader import PHONE, Reader
from town import Town

TITLE = "A sixteenth birthday, and who reads along from then on"

# Sem's trainer, who is there for him alone: who reads about Sem knows him.
HIS_OWN = "Dave Mulder"

# His birthday, in days from the day on which the town was filled.
BIRTHDAY = 118


def walk(stage):
    with Town(families=6) as town:
        there = SimpleNamespace(**{**vars(stage), "town": town})
        while_he_is_fifteen(there)
        town.run_ahead(BIRTHDAY - 55)
        first_and_alone(there)
        town.run_ahead(BIRTHDAY)
        on_the_day(there)
        readers = he_chooses(there)
        as_he_chose(there, readers)
        stage.checks.that(town.stop() == 0, "the server stops when it is asked to")


def knows_of_him(stage, who):
    """Whether somebody finds on the family's page who is around Sem alone."""
    with Reader(stage, who, size=PHONE) as reader:
        reader.open("/today")
        reader.open(reader.family)
        return HIS_OWN in reader.page.inner_text("main")


def tells(stage, who, text):
    """Whether what waits for somebody says this."""
    with Reader(stage, who, size=PHONE) as reader:
        reader.open("/today")
        return text in reader.page.inner_text("main")


def while_he_is_fifteen(stage):
    for who in ("sem", "aylin", "joost"):
        stage.checks.that(knows_of_him(stage, who), f"before: {who} reads about Sem")
    with Reader(stage, "sem", size=PHONE) as sem:
        sem.open("/today")
        home = sem.family
        stage.checks.that(sem.get(f"{home}/consents/readers").status == 404, "before: it is not his to choose")


def first_and_alone(stage):
    stage.checks.that(tells(stage, "sem", "word je 16"), "eight weeks before: Sem is told what changes")
    for parent in ("aylin", "joost"):
        told = [text for text in ("word je 16", "wordt 16", "Sem is 16") if tells(stage, parent, text)]
        stage.checks.none(told, f"eight weeks before: {parent} is told nothing")
        stage.checks.that(knows_of_him(stage, parent), f"eight weeks before: {parent} reads about Sem")


def on_the_day(stage):
    stage.checks.that(knows_of_him(stage, "sem"), "on the day: Sem reads about himself")
    for parent in ("aylin", "joost"):
        stage.checks.that(not knows_of_him(stage, parent), f"on the day: {parent}'s reading has ended")
        stage.checks.that(tells(stage, parent, "Sem is 16 geworden"), f"on the day: {parent} is told")


def he_chooses(stage):
    """From what waits for him to his mother reading along."""
    with Reader(stage, "sem", size=PHONE) as sem:
        page = sem.page
        sem.open("/today")
        sem.open(sem.family)
        steps = [page.get_by_role("link", name="Wie mag wat weten"), page.get_by_role("link", name="Wie leest met je mee?")]
        for link in steps:
            with page.expect_navigation():
                link.first.click()
        readers = sem.address
        stage.checks.that(page.locator("[name=readers]:checked").count() == 0, "nobody reads along by themselves")
        steps += [page.locator('.choice:has([name="readers"])', has_text="Aylin Yildiz").locator("input"),
                  page.get_by_role("button", name="Zo wil ik het")]
        steps[2].check()
        with page.expect_navigation():
            steps[3].click()
        stage.checks.that(len(steps) <= 4 and sem.address.endswith("/consents"), f"he chooses in {len(steps)} steps", "4 at most")
        stage.checks.none(sem.errors, "nothing goes wrong on his pages")
        return readers


def as_he_chose(stage, readers):
    stage.checks.that(knows_of_him(stage, "aylin"), "his mother reads about him again")
    stage.checks.that(not knows_of_him(stage, "joost"), "his father does not")
    for other in ("aylin", "joost", "marieke"):
        with Reader(stage, other, size=PHONE) as reader:
            stage.checks.that(reader.get(readers).status == 404, f"{other} finds nothing where he chooses")
