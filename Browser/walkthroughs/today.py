# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What waits today: a message read in one step and answered in two."""

from reader import DESK, NARROW, PHONE, Reader

TITLE = "What waits today"


def walk(stage):
    message(stage)
    for size in (DESK, PHONE, NARROW):
        with Reader(stage, "marieke", size=size) as marieke:
            wide = marieke.page.evaluate("document.documentElement.scrollWidth > innerWidth")
            stage.checks.that(not wide, f"today fits in {size['width']} pixels")


def message(stage):
    """The director begins where her work is: every step counts."""
    with Reader(stage, "aylin") as aylin, Reader(stage, "marieke") as marieke:
        write(aylin, "Kun je morgen bellen?")
        marieke.open("/")
        page = marieke.page
        stage.checks.that(marieke.address == "/today", "the director begins with what waits")
        page.locator("#g-messages ~ .promises a", has_text="Noor op school").first.click()
        stage.checks.that(
            page.get_by_text("Kun je morgen bellen?").is_visible(), "one step, and she reads the message")
        page.get_by_label("Jouw bericht").fill("Ja, om tien uur.")
        page.get_by_role("button", name="Versturen").click()
        page.locator(".message--own", has_text="Ja, om tien uur.").wait_for()
        stage.checks.that(True, "two steps, and she has answered")


def write(reader, text):
    reader.open("/today")
    page = reader.page
    page.get_by_role("link", name="Gesprekken").first.click()
    page.get_by_role("link", name="Noor op school").click()
    page.get_by_label("Jouw bericht").fill(text)
    page.get_by_role("button", name="Versturen").click()
    page.locator(".message--own", has_text=text).wait_for()
