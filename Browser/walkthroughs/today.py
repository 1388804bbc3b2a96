# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What waits today: a message read in one step and answered in two; who looked, and why."""

from reader import DESK, NARROW, PHONE, Reader

TITLE = "Today, and who looked"


def walk(stage):
    message(stage)
    for language, script in (("nl-NL", True), ("en-GB", False)):
        why(stage, language, script)
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


def why(stage, language, script):
    """The mother asks the GP why; the GP answers; nobody has to look for it."""
    dutch = language == "nl-NL"
    way = f"{language[:2]}, {'with' if script else 'without'} script"
    asker, looker = ("aylin", "hanna") if dutch else ("joost", "hanna")
    with Reader(stage, asker, language=language, java_script_enabled=script) as parent, \
            Reader(stage, looker, language=language, java_script_enabled=script) as hanna:
        parent.open("/today")
        family = parent.family
        hanna.open(family)
        parent.open(family + "/access")
        page = parent.page
        page.locator(".looked", has_text="Hanna").first.locator(".textbutton").click()
        page.locator("#question").fill(f"Was er iets? {way}")
        page.locator(".composer button").click()
        page.wait_for_url("**/access?month=*")
        stage.checks.that(page.get_by_text(f"Was er iets? {way}").is_visible(), f"{way}: the question stands beside the line")
        hanna.open("/today")
        hanna.page.locator(".promise__what a[href*='/access/questions/']").first.click()
        hanna.page.locator("#answer").fill(f"Ik zocht een nummer. {way}")
        hanna.page.locator(".composer button").click()
        hanna.page.get_by_text(f"Ik zocht een nummer. {way}").wait_for()
        parent.open(family + "/access")
        stage.checks.that(
            page.get_by_text(f"Ik zocht een nummer. {way}").is_visible(), f"{way}: the answer stands there, too")
        stage.checks.none(parent.errors + hanna.errors, f"{way}: no error in the pages")
