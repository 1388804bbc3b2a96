# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""From the front door to a sent message with keys alone; every stop is seen, and nothing holds the focus."""

from conformance import small_targets
from reader import DESK, NARROW, PHONE, Reader
from walker import FOCUS

TITLE = "By keyboard alone"

def walk(stage):
    write_by_keys(stage)
    for size, name in ((DESK, "on a desk"), (PHONE, "on a phone"), (NARROW, "at 320 pixels")):
        with Reader(stage, "aylin", size=size) as aylin:
            page = aylin.page
            family = aylin.family
            for address in ("/today", family, family + "/conversations", conversation(aylin), family + "/conversations/new", family + "/access"):
                aylin.open(address)
                every_stop(stage.checks, page, f"{name}, {page.title().split(' –')[0]}")


def conversation(aylin):
    aylin.page.get_by_role("link", name="Gesprekken").first.click()
    aylin.page.get_by_role("link", name="Noor op school").click()
    aylin.page.wait_for_selector("#talk")
    return aylin.address


def every_stop(checks, page, name):
    """Goes through the whole page with Tab: there is an end, and on the way every stop is seen."""
    stops, unseen, covered = 0, [], []
    while stops < 200:
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus is None:
            break
        stops += 1
        if focus["unseen"]:
            unseen.append(focus["name"])
        if focus["covered"]:
            covered.append(focus["name"])
    checks.that(3 < stops < 200, f"{name}: Tab goes through the page and out of it", f"{stops} stops")
    checks.none(unseen, f"{name}: the focus always shows")
    checks.none(covered, f"{name}: nothing lies over what has the focus")
    checks.none(small_targets(page), f"{name}: everything to press is 24 pixels or more")


def write_by_keys(stage):
    checks = stage.checks
    with Reader(stage, size=DESK) as aylin:
        page = aylin.page
        aylin.open("/demo")
        page.keyboard.press("Tab")
        checks.that(page.evaluate("document.activeElement.matches('.skip')"), "the first stop leads to the content")
        page.keyboard.press("Enter")
        checks.that(page.evaluate("document.activeElement.id") == "main", "and the focus goes there")
        press(page, "button[value=aylin]")
        page.wait_for_url("**/today")
        press(page, '.nav a[href$="/conversations"]')
        page.wait_for_url("**/conversations")
        press(page, ".promise__what a")
        page.wait_for_selector("#talk")
        reach(page, "#message")
        page.keyboard.type("Dit typte ik zonder muis.")
        press(page, ".composer button")
        page.locator(".message--own", has_text="Dit typte ik zonder muis.").wait_for()
        checks.that(True, "she opens a conversation, writes and sends")
        press(page, ".page__above a")
        page.wait_for_url("**/conversations")
        checks.that(True, "and goes back to the list")
        checks.none(aylin.errors, "no error in the page")


def reach(page, selector):
    """Tab until the focus is there."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} can't be reached with Tab")


def press(page, selector):
    reach(page, selector)
    page.keyboard.press("Enter")
