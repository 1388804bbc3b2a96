# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""From a card at the kitchen table to the first page by passkey, on a phone and by keys."""

import re
import sqlite3
import subprocess
import time

from reader import DESK, NARROW, PHONE, Reader
from town import PROGRAM
from walker import BUTTON, SIGN, WORD
from walkthroughs.keyboard import every_stop, press, reach
from walkthroughs.sign_in import faults_of

TITLE = "Joining with a card"

LONGEST = 120


def walk(stage):
    mother_with_passkey(stage)
    by_keys(stage)
    for language in ("nl-NL", "en-GB"):
        every_page(stage, language)


def hand_card(stage, person):
    """A card for one of the town's people, as an administrator makes it: its code, and the figures to be said."""
    folder = stage.town.folder
    with sqlite3.connect(folder / "town.sqlite", timeout=10) as database:
        account = database.execute("SELECT account FROM demo_person WHERE slug = ?", (person,)).fetchone()[0]
    database.close()
    printed = subprocess.run(
        [PROGRAM, "account", "card", account, "--database", f"sqlite:{folder}/town.sqlite", "--keys", f"sqlite:{folder}/town.keys"],
        capture_output=True, text=True, check=True).stdout
    return re.search(r"Code: (\S+)", printed)[1], re.search(r"Figures: (\d+)", printed)[1]


def authenticator(reader):
    """What a phone has: it makes passkeys, keeps them, and knows its owner by finger or face."""
    tools = reader.context.new_cdp_session(reader.page)
    tools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }
    return tools, tools.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]


class Hands:
    """Counts what a person would need beside what the machine took."""

    def __init__(self, page):
        self.page, self.begun, self.seconds = page, time.monotonic(), 0

    def read(self):
        self.seconds += len(self.page.locator("main").inner_text().split()) * WORD

    def type(self, field, text):
        self.page.locator(field).fill(text)
        self.seconds += len(text) * SIGN + BUTTON

    def press(self, name):
        self.page.get_by_role("button", name=name).click()
        self.seconds += BUTTON

    def done(self, checks, way):
        machine = time.monotonic() - self.begun
        whole = machine + self.seconds
        checks.that(
            whole < LONGEST, f"{way}: from card to first page in {whole:.0f} s, of which the machine took {machine:.1f}",
            f"longer than {LONGEST} s")


def mother_with_passkey(stage):
    checks = stage.checks
    code, pin = hand_card(stage, "eline")
    with Reader(stage, size=PHONE, is_mobile=True, has_touch=True, device_scale_factor=2.75) as eline:
        page = eline.page
        tools, device = authenticator(eline)
        hands = Hands(page)
        eline.open("/join#" + code)
        hands.read()
        checks.that(page.locator("#code").input_value() == code, "the code of a scanned card is in its field")
        checks.that(page.evaluate("location.hash") == "", "and no longer in the address")
        checks.that(page.evaluate("document.activeElement.id") == "pin", "what is said comes next")
        hands.type("#pin", pin)
        hands.press("Verder")
        page.wait_for_url("**/join/account")
        hands.read()
        hands.press("Maak een passkey")
        page.wait_for_url(lambda url: "/join" not in url)
        hands.done(checks, "by passkey")
        checks.that(is_in(page), "a mother joins with her card and a passkey, and is at her first page")
        kept = tools.send("WebAuthn.getCredentials", {"authenticatorId": device})["credentials"]
        checks.that(len(kept) == 1 and kept[0]["isResidentCredential"], "her phone keeps one passkey")
        sign_out(page)
        page.get_by_role("button", name="Inloggen met passkey").click()
        page.wait_for_url(lambda url: "/sign-in" not in url)
        checks.that(is_in(page), "she signs out, and in again with one button")
        own_passkeys(checks, eline)
        tools.send("WebAuthn.setUserVerified", {"authenticatorId": device, "isUserVerified": False})
        sign_out(page)
        page.get_by_role("button", name="Inloggen met passkey").click()
        page.get_by_text("Het lukte niet.").wait_for()
        checks.that("/sign-in" in page.url, "somebody else with her phone does not come in")
        checks.none(eline.errors, "no error in the page")
    with Reader(stage, size=PHONE) as stranger:
        show_card(stranger, code, pin)
        checks.that(stranger.page.locator("#code-error").count() == 1, "the same card opens nothing a second time")


def own_passkeys(checks, reader):
    page = reader.page
    reader.open("/account")
    page.get_by_role("link", name="Jouw passkeys").click()
    page.get_by_text("Andere naam").click()
    page.get_by_label("Hoe noem je deze passkey?").fill("Mijn telefoon")
    page.get_by_role("button", name="Bewaren").click()
    checks.that(page.locator(".person__name").inner_text() == "Mijn telefoon", "she gives her passkey a name")
    checks.that(page.get_by_role("button", name="Weghalen").count() == 0, "the only way in can't be removed")


def by_keys(stage):
    checks = stage.checks
    code, pin = hand_card(stage, "truus")
    with Reader(stage, size=DESK) as truus:
        page = truus.page
        authenticator(truus)
        for size, name in ((NARROW, "at 320 pixels"), (DESK, "on a desk")):
            page.set_viewport_size(size)
            truus.open("/join")
            every_stop(checks, page, f"{name}, the door for a card")
        truus.open("/join")
        reach(page, "#code")
        page.keyboard.type(code)
        reach(page, "#pin")
        page.keyboard.type(pin)
        page.keyboard.press("Enter")
        page.wait_for_url("**/join/account")
        page.set_viewport_size(NARROW)
        every_stop(checks, page, "at 320 pixels, the choice")
        page.set_viewport_size(DESK)
        page.reload()
        press(page, '[data-passkey="make"] button')
        page.wait_for_url(lambda url: "/join" not in url)
        checks.that(True, "a grandmother joins with keys alone")
        checks.none(truus.errors, "no error in the page")


def every_page(stage, language):
    """The door, its errors, the choice, its errors and the list of passkeys: axe, structure, HTML, targets, 320 pixels."""
    code, pin = hand_card(stage, "sem")
    with Reader(stage, size=PHONE, language=language) as reader:
        page, faults = reader.page, []
        authenticator(reader)

        def look(name):
            faults.extend(f"{name}: {fault}" for fault in faults_of(page))

        reader.open("/join?again=yes")
        look("door")
        show_card(reader, code, "")
        look("door with an error")
        show_card(reader, code, pin)
        page.wait_for_url("**/join/account")
        look("choice")
        page.locator("#name").fill("ik")
        page.locator("#new-password").press("Enter")
        page.wait_for_load_state()
        look("choice with errors")
        reader.open("/join/account")
        page.locator('[data-passkey="make"] button').click()
        page.wait_for_url(lambda url: "/join" not in url)
        for address in ("/account", "/account/passkeys", "/account/passkeys?added=yes"):
            reader.open(address)
            look(address)
        stage.checks.none(faults, f"every page of joining and passkeys, {language[:2]}")


def show_card(reader, code, pin):
    reader.open("/join")
    reader.page.locator("#code").fill(code)
    reader.page.locator("#pin").fill(pin)
    reader.page.locator("#pin").press("Enter")
    reader.page.wait_for_load_state()


def is_in(page):
    """Somebody is signed in, and past the door."""
    return not any(door in page.url for door in ("/join", "/sign-in")) and page.locator(".masthead__who").count() == 1


def sign_out(page):
    page.locator(".masthead__who").click()
    page.get_by_role("button", name="Uitloggen").click()
    page.wait_for_url("**/sign-in*")
