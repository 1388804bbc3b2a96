# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Signing in for real: a professional by password and app, with keys alone; a mother on a phone, without script."""

import time

import pyotp

from conformance import axe_findings, own_findings, parse_errors, small_targets, width
from reader import DESK, PHONE, Reader
from walkthroughs.keyboard import press, reach

TITLE = "Signing in by password"

PASSWORD = "oefenen in de wijk"
APP = pyotp.TOTP("RONDOMRONDOMRONDOMRONDOMRONDOMRO")


def walk(stage):
    professional_by_keys(stage)
    mother_without_script(stage)
    for language in ("nl-NL", "en-GB"):
        every_page(stage, language)


def fresh_code():
    """A code that no half minute before this one had: each serves once."""
    last = getattr(fresh_code, "last", None)
    while APP.now() == last:
        time.sleep(0.5)
    fresh_code.last = APP.now()
    return fresh_code.last


def professional_by_keys(stage):
    checks = stage.checks
    with Reader(stage, size=DESK) as marieke:
        page = marieke.page
        marieke.open("/sign-in?back=/families")
        reach(page, "#name")
        page.keyboard.type("Marieke")
        reach(page, "#password")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url("**/sign-in/code*")
        checks.that(marieke.get("/families").status == 303, "after the password alone nothing opens")
        code = fresh_code()
        reach(page, "#code")
        page.keyboard.type(code)
        page.keyboard.press("Enter")
        page.wait_for_url("**/families")
        checks.that(True, "she signs in by password and app with keys alone, and goes where she wanted")
        press(page, ".masthead__who")
        page.wait_for_url("**/account")
        checks.that(page.get_by_text("met wachtwoord en code").count() >= 1, "her page tells how she came in")
        checks.none(marieke.errors, "no error in the page")
    with Reader(stage, size=DESK) as thief:
        page = thief.page
        fill(thief, "marieke", PASSWORD)
        page.locator("#code").fill(code)
        send(page)
        checks.that("/sign-in/code" in page.url and page.title().startswith("Fout:"), "the same code does not serve twice")


def mother_without_script(stage):
    checks = stage.checks
    with Reader(stage, size=PHONE, java_script_enabled=False) as aylin:
        page = aylin.page
        fill(aylin, "aylin", "iets anders")
        checks.that(page.locator("#name").input_value() == "aylin", "a wrong password keeps the name")
        checks.that(page.locator("#password").input_value() == "", "and not the password")
        page.locator("#password").fill(PASSWORD)
        page.get_by_label("Onthoud dit apparaat een maand").check()
        page.get_by_role("button", name="Inloggen").click()
        checks.that(page.url.endswith("/today"), "a mother signs in on her phone without script")
        stage.town.expire_sessions()
        aylin.open("/families")
        checks.that("/sign-in" in page.url, "her session is over after a while")
        page.get_by_role("button", name="Ga verder").click()
        checks.that("/families" in page.url and "/sign-in" not in page.url, "her phone is remembered: one button")


def fill(reader, name, password):
    reader.open("/sign-in")
    reader.page.locator("#name").fill(name)
    reader.page.locator("#password").fill(password)
    send(reader.page)


def send(page):
    """Sends the form in which the focus is, and waits for its answer."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def every_page(stage, language):
    """Each page of signing in and of one's own account: axe, structure, HTML, targets, 320 pixels."""
    with Reader(stage, size=PHONE, language=language) as reader:
        faults = []
        page = reader.page

        def look(name):
            faults.extend(f"{name}: {fault}" for fault in faults_of(page))

        reader.open("/sign-in")
        look("door")
        fill(reader, "", "")
        look("door with errors")
        fill(reader, "marieke", PASSWORD)
        look("code")
        page.locator("#code").fill("000000")
        send(page)
        look("code with an error")
        page.locator("#code").fill(fresh_code())
        send(page)
        for address in ("/account", "/account/password", "/account/second-factor", "/account/recovery-codes"):
            reader.open(address)
            look(address)
        press_last(page)
        look("recovery codes")
        reader.open("/account/second-factor")
        press_last(page)
        look("secret")
        stage.checks.none(faults, f"every page of signing in, {language[:2]}")


def press_last(page):
    with page.expect_navigation():
        page.locator("main form button").last.click()


def faults_of(page):
    # What must be mended stands above the title, under a heading of its own.
    own = [fault for fault in own_findings(page) if not (fault == "heading skips to h2" and page.locator(".errors").count())]
    found = axe_findings(page) + own + [f"small: {target}" for target in small_targets(page)]
    found += [f"not HTML: {error}" for error in parse_errors(page.content())]
    wide = width(page)
    return found + ([f"{wide} wide at 320"] if wide != 320 else [])
