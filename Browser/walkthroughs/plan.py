# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""One plan: a goal in the family's words, who does what when, ticked, looked back on and taken along; nothing gets lost."""

import datetime

from walker import Walker
from walkthroughs.notes import family
from ways import WAYS

TITLE = "A goal, who does what when, looking back together, and the plan on paper"


def walk(stage):
    home = family(stage)
    for way in WAYS:
        goal = way.word("Noor slaapt de hele nacht door", "Noor sleeps all night")
        task = way.word("Elke avond een half uur voorlezen", "Read to Noor for half an hour")
        begun(stage, way, home, goal)
        added(stage, way, home, goal, task)
        kept_from(stage, way, home, goal)
        ticked(stage, way, home, task)
        both_kept(stage, way, home, goal)
        looked_back(stage, way, home, goal)
        printed(stage, way, home)


def begun(stage, way, home, goal):
    """The mother begins it, in her own words, with what it means for the child."""
    with Walker(stage, way, "aylin") as aylin:
        aylin.come(home)
        aylin.follow(aylin.page.locator('.nav a[href$="/plan"]'))
        aylin.follow(aylin.link("Nieuw doel", "New goal"))
        aylin.follow(aylin.button("Bewaren", "Keep it"))
        stage.checks.that(aylin.page.locator(".errors a").count() == 3, f"{way.name}: what misses is named")
        aylin.type("title", goal)
        aylin.choose(aylin.choice("about", "Noor"))
        aylin.type("meaning", way.word("Ze is overdag niet zo moe.", "She is less tired by day."))
        aylin.follow(aylin.button("Bewaren", "Keep it"))
        stage.checks.that(aylin.says(goal), f"{way.name}: it stands in the plan at once")


def added(stage, way, home, goal, task):
    """A helper says who does what, and when, in one line."""
    with Walker(stage, way, "sanne") as sanne:
        sanne.come(home + "/plan")
        card = sanne.page.locator(".goal", has_text=goal).last
        with sanne.within(3, "who, what and when"):
            sanne.type(card.locator("textarea"), f"{task} · {way.word('Joost en Oma', 'Joost and Truus')} · {way.word('elke dag', 'every day')}")
            sanne.follow(card.get_by_role("button", name=way.word("Toevoegen", "Add")))
            stage.checks.that(
                sanne.page.locator('[name="what-0"]').input_value() == task, f"{way.name}: the line is shown as it was read")
            sanne.follow(sanne.button("Bewaren", "Keep it"))
        row = sanne.page.locator("tr", has_text=task)
        stage.checks.that(
            "Joost" in row.inner_text() and "Truus" in row.inner_text(), f"{way.name}: it is owed by those who were named")


def kept_from(stage, way, home, goal):
    """What is planned about Noor leaves no trace for who is there for her brother alone, and the other way round."""
    with Walker(stage, way, "priya") as priya, Walker(stage, way, "sanne") as sanne:
        priya.come(home + "/plan")
        stage.checks.that(not priya.says(goal), f"{way.name}: who is there for another child reads nothing of it")
        links = [link for link in priya.links() if "/plan/goals/" in link and not link.endswith("/new")]
        priya.come("/today")
        sanne.come(home + "/plan")
        stage.checks.none(
            [link for link in links if sanne.get(link).status != 404], f"{way.name}: nor does she find theirs at its address")
        stage.checks.that(
            links and not sanne.page.get_by_text("Sem heeft iemand").count(), f"{way.name}: and she reads nothing of theirs")


def ticked(stage, way, home, task):
    """Whoever owes it says so where they begin: one step."""
    with Walker(stage, way, "joost") as joost:
        joost.come("/today")
        button = joost.page.locator(".promise", has_text=task).get_by_role("button").first
        with joost.within(1, "what was promised is ticked"):
            joost.follow(button)
        joost.come(home + "/plan")
        row = joost.page.locator("tr", has_text=task)
        said = way.word("1 keer gedaan", "Done once")
        stage.checks.that(said in row.inner_text(), f"{way.name}: the plan counts it", row.inner_text().replace("\n", " "))


def both_kept(stage, way, home, goal):
    """Two change a goal at once: the second sees both, and nothing gets lost."""
    with Walker(stage, way, "aylin") as aylin, Walker(stage, way, "joost") as joost:
        for one in (aylin, joost):
            one.come(home + "/plan")
            one.follow(one.page.locator(".goal", has_text=goal).last.get_by_role("link", name=way.word("Veranderen", "Change")))
        hers, his = way.word("Ze is weer vrolijk.", "She is cheerful again."), way.word("Ze kan weer spelen.", "She can play again.")
        aylin.type("meaning", hers)
        aylin.follow(aylin.button("Bewaren", "Keep it"))
        joost.type("meaning", his)
        joost.follow(joost.button("Bewaren", "Keep it"))
        both = joost.says(hers) and joost.page.locator('[name="meaning"]').input_value() == his
        stage.checks.that(both, f"{way.name}: the second reads what the first wrote, and keeps what was typed")
        joost.type("meaning", f"{hers} {his}")
        joost.follow(joost.button("Bewaren", "Keep it"))
        stage.checks.that(joost.says(hers) and joost.says(his), f"{way.name}: then both stand in the plan")


def looked_back(stage, way, home, goal):
    """A helper sits at the table with the family: scores, what becomes of it, and the next day."""
    with Walker(stage, way, "marieke") as marieke:
        marieke.come(home + "/plan")
        marieke.follow(marieke.link("Samen terugkijken", "Look back together"))
        part = marieke.page.locator("section", has=marieke.page.get_by_role("heading", name=goal)).last
        marieke.type(part.locator("input[name^=score]").nth(0), "4")
        marieke.type(part.locator("input[name^=score]").last, "6")
        marieke.type("next", (stage.town.today + datetime.timedelta(days=42)).isoformat())
        marieke.follow(marieke.button("Bewaren", "Keep it"))
        card = marieke.page.locator(".goal", has_text=goal).last
        stage.checks.that(card.locator(".score__item").count() == 2, f"{way.name}: the family's score and the helpers' stand apart")


def printed(stage, way, home):
    with Walker(stage, way, "aylin") as aylin:
        aylin.come(home + "/plan")
        with aylin.page.expect_download() as download:
            aylin.press(aylin.button("Afdrukken of bewaren", "Print or keep"))
        name = download.value.suggested_filename
        stage.checks.that(
            name.endswith(".pdf") and open(download.value.path(), "rb").read(5) == b"%PDF-", f"{way.name}: the plan is there on paper", name)
