# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Leaving quickly: one press, and the way back does not lead to what was read."""

from reader import DESK, PHONE, Reader

TITLE = "Leaving quickly"


def walk(stage):
    for size, name in ((PHONE, "on a phone"), (DESK, "on a desk")):
        with Reader(stage, "aylin", size=size) as aylin:
            leave(stage.checks, aylin, name)
    by_keys(stage.checks, stage, ["Tab", "Tab", "Enter"], "by keyboard")
    by_keys(stage.checks, stage, ["Escape", "Escape"], "Escape twice")
    without_script(stage.checks, stage)


def leave(checks, aylin, name):
    page = aylin.page
    weather(aylin)
    page.get_by_role("link", name="Gesprekken").first.click()
    page.get_by_role("link", name="Even over mezelf").click()
    page.wait_for_selector("#talk")
    page.mouse.wheel(0, 600)
    button = page.get_by_role("button", name="Snel weg")
    checks.that(button.is_visible(), f"{name}: the way out is on the page")
    checks.none(covered(page), f"{name}: it covers nothing that can be read")
    elsewhere = list(aylin.elsewhere)
    button.click()
    page.wait_for_url("https://www.buienradar.nl/")
    checks.that(page.title() == "Weer", f"{name}: one press, and there is the weather")
    for step in range(3):
        page.go_back(wait_until="commit")
        page.wait_for_timeout(700)
        checks.that(
            page.title() == "Weer" and "mezelf" not in page.content(), f"{name}: back, {step + 1} times, is the weather still",
            page.url)
    aylin.open("/today")
    checks.that("/sign-in" in page.url, f"{name}: whoever takes the device finds a sign-in page", page.url)
    checks.none(elsewhere, f"{name}: nothing was asked of another site before the press")


def by_keys(checks, stage, keys, name):
    """Reached with Tab right behind the link to the content, or Escape pressed twice."""
    with Reader(stage, "aylin") as aylin:
        page = aylin.page
        weather(aylin)
        aylin.open("/today")
        for key in keys:
            page.keyboard.press(key)
        page.wait_for_url("https://www.buienradar.nl/")
        checks.that(page.title() == "Weer", f"{name}: there is the weather")
        page.wait_for_timeout(500)
        checks.that(aylin.get("/today").status == 303, f"{name}: the session is over")


def without_script(checks, stage):
    with Reader(stage, "aylin", java_script_enabled=False) as aylin:
        weather(aylin)
        aylin.open("/today")
        aylin.page.get_by_role("button", name="Snel weg").click()
        aylin.page.wait_for_url("https://www.buienradar.nl/")
        checks.that(aylin.get("/today").status == 303, "without script: one press ends the session, too")


def weather(aylin):
    aylin.context.route(
        "https://www.buienradar.nl/**",
        lambda route: route.fulfill(content_type="text/html", body="<title>Weer</title><h1>Het weer</h1>"))


def covered(page):
    """Text that lies under the button; the last line of the page has to be free too."""
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    return page.evaluate("""() => {
      const leave = document.querySelector('.leave').getBoundingClientRect();
      return [...document.querySelectorAll('main p, main a, main button, .footer a, .footer button, .nav span')].filter(element => {
        const box = element.getBoundingClientRect();
        return box.width && box.left < leave.right && box.right > leave.left && box.top < leave.bottom && box.bottom > leave.top;
      }).map(element => element.outerHTML.slice(0, 80));
    }""")
