# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may know what: a girl shares what her parents do not hear of, parents disagree about help, and a yes is taken back."""

import datetime

from household import Household, join
from traces import differences, everything_said
from walker import Walker
from walkthroughs.helpers import Helper, come_in, invite
from ways import WAYS

TITLE = "Who may know what, and who says yes to it"


def walk(stage):
    for way in WAYS:
        household = Household.of(stage, way)
        if household.daughter not in household.states:
            with Walker(stage, way) as daughter:
                daughter.person = household.daughter
                join(daughter, household.hand_card(household.daughter), household.daughter)
                household.keep(daughter, household.daughter)
        shares_alone(stage, way, household)
        parents_disagree(stage, way, household)
        taken_back(stage, way, household)


def ask(reader, household, door, about, party, what):
    """From the circle to a question that waits: who, what, what for, until when."""
    reader.come(household.address)
    reader.follow(reader.link("Wie mag wat weten", "Who may know what"))
    reader.follow(reader.link(*door))
    chosen = reader.choice("persons", about)
    if not chosen.is_checked():
        reader.choose(chosen)
    reader.type("party", party)
    reader.type("what", what)
    reader.type("purpose", reader.word("Dat het beter gaat.", "So that it goes better."))
    reader.field("until").fill((reader.stage.town.today + datetime.timedelta(days=90)).isoformat())
    reader.follow(reader.button("Vragen", "Ask"))


def shares_alone(stage, way, household):
    """A girl of fifteen decides alone; her parents find no trace of it anywhere."""
    party = way.word("de schoolzuster", "the school nurse")
    with household.reader(household.mother) as mother, household.reader(household.daughter) as daughter:
        before = everything_said(mother)
        ask(daughter, household, ("Vraag of je iets mag delen", "Ask to share something"), household.daughter, party,
            way.word("Dat ik slecht slaap.", "That I sleep badly."))
        asked = daughter.address
        stage.checks.that(
            daughter.says(daughter.word("Ja van", "Yes from")), f"{way.name}: what she asks herself, she agreed to")
        after = everything_said(mother)
        told = [text for text in differences(before, after) if party in text]
        stage.checks.none(told, f"{way.name}: her mother reads nowhere with whom she shares")
        stage.checks.that(mother.get(asked).status == 404, f"{way.name}: and finds nothing at its address")


def parents_disagree(stage, way, household):
    """One parent's no to help is a no, and the way to the court is shown."""
    with household.reader(household.mother) as mother:
        ask(mother, household, ("Vraag of hulp mag", "Ask whether help may be given"), household.son,
            way.word("een speltherapeut", "a play therapist"), way.word("Elke week spelen.", "Playing each week."))
        asked = mother.address
    with household.reader(household.father) as father:
        father.come("/today")
        with father.within(2, "a question is answered"):
            father.follow(father.page.locator(f'main a[href="{asked}"]').first)
            father.follow(father.button("Nee, liever niet", "No, rather not"))
        stage.checks.that(father.says(father.word("rechter", "court")), f"{way.name}: he reads that the court can decide")
    with household.reader(household.mother) as mother:
        mother.come(asked)
        stage.checks.that(mother.says(mother.word("rechter", "court")), f"{way.name}: and so does she")


def taken_back(stage, way, household):
    """What a helper sees ends while they have it open."""
    helper = Helper(household, way.word("Bo Buur", "Bo Door"), way.word("buurman", "neighbour"))
    invite(stage, household, helper)
    household.answer_invitation(household.father, helper.name)
    come_in(stage, way, household, helper)
    with household.reader(helper.name) as outside, household.reader(household.father) as father:
        outside.come(household.address)
        father.come(household.address)
        with father.within(3, "a yes is taken back"):
            father.follow(father.link("Wie mag wat weten", "Who may know what"))
            father.follow(father.page.locator("table a", has_text=helper.name).first)
            father.follow(father.button("Stop nu", "Stop now"))
        stage.checks.that(
            father.says(father.word("Gestopt", "Stopped")), f"{way.name}: the page says that it stopped")
        shut = [door for door in helper.doors if outside.get(door).status != 404]
        stage.checks.none(shut, f"{way.name}: he sees none of {len(helper.doors)} pages any more")
