# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Somebody who joined not long ago reads in five minutes what help there was."""

from walker import Walker
from walkthroughs.notes import family
from ways import WAYS

TITLE = "A new worker reads the timeline: the picture, the list, one child, one kind"

# How long reading the whole page may take, in seconds.
FIVE_MINUTES = 300


def walk(stage):
    home = family(stage)
    for way in WAYS:
        with Walker(stage, way, "marieke") as marieke:
            marieke.come("/families")
            with marieke.within(2, "all help so far is reached"):
                marieke.follow(marieke.page.locator(f'main a[href="{home}"]').first)
                marieke.follow(marieke.link("Tijdlijn", "Timeline"))
            pictured(stage, way, marieke)
            narrowed(stage, way, marieke)
        nothing_for_others(stage, way, home)


def pictured(stage, way, reader):
    page = reader.page
    before = reader.seconds
    reader.read()
    took = reader.seconds - before
    stage.checks.that(took <= FIVE_MINUTES, f"{way.name}: it is read in {took / 60:.1f} minutes", "five at most")
    stage.checks.that(page.locator(".chart svg").is_visible(), f"{way.name}: there is a picture of who helped when")
    page.locator(".details summary").first.click()
    rows = page.locator(".details table tbody tr").count()
    stage.checks.that(rows > 5, f"{way.name}: and the same as a list of {rows} lines")
    stage.checks.that(reader.says("hulpverleners", "professionals"), f"{way.name}: the helpers so far are counted in words")


def narrowed(stage, way, reader):
    """One child, then one kind, then everything again."""
    def lines():
        return reader.page.locator("main .looked").count()

    def chosen(row, place):
        reader.follow(reader.page.locator("main .filters").nth(row).get_by_role("link").nth(place))

    everything = lines()
    reader.follow(reader.page.locator("main .filters").first.get_by_role("link", name="Noor").first)
    one_child = lines()
    told = " ".join(reader.page.locator("main .looked").all_inner_texts())
    stage.checks.that(
        one_child and "Priya" not in told, f"{way.name}: what is about one child is found, and nobody who is there for the other")
    chosen(1, 2)
    one_kind = lines()
    stage.checks.that(0 < one_kind < one_child, f"{way.name}: and what is of one kind", f"{one_kind} of {one_child}")
    chosen(1, 0)
    chosen(0, 0)
    stage.checks.that(lines() == everything, f"{way.name}: and all of it again")


def nothing_for_others(stage, way, home):
    with Walker(stage, way, "bart") as bart:
        stage.checks.that(bart.get(home + "/timeline").status == 404, f"{way.name}: who stands in no circle finds no timeline")
