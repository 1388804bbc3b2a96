# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Somebody is asked in for one child, both parents agree, they join with a card, are seen, and leave."""

import re

from conformance import axe_findings, width
from reader import PHONE, Reader

TITLE = "In and out of the circle"


def walk(stage):
    coach(stage)
    therapist(stage)


def coach(stage):
    """By a parent on a phone, without script."""
    checks = stage.checks
    with Reader(stage, "aylin", size=PHONE, java_script_enabled=False) as aylin:
        page, steps = circle_of(aylin), 0
        page.get_by_role("link", name="Iemand uitnodigen").click()
        page.get_by_role("link", name=re.compile("Iemand van het gezin zelf")).click()
        page.get_by_label("Hoe heet diegene?").fill("Ton Trainer")
        page.get_by_label("Wie is dat?").fill("turntrainer")
        page.get_by_label("Noor de Wit-Yildiz").first.check()
        page.get_by_label("Wat mag je van diegene verwachten?").fill("Let op of Noor plezier heeft")
        page.get_by_role("button", name="Uitnodigen").click()
        invitation = aylin.address
        page.get_by_role("button", name="Maak een kaartje").click()
        steps = 4
        code = page.locator(".handed__code").inner_text()
        pin = page.locator(".spoken").inner_text()
        checks.that(len(code) >= 15 and len(pin) == 4, f"a coach is asked in and handed a card in {steps} steps")
    with Reader(stage, "joost") as joost:
        circle_of(joost).get_by_role("link", name=re.compile("Ton Trainer, voor Noor")).click()
        fair(checks, joost.page, "the invitation")
        joost.page.get_by_label("Ja", exact=True).check()
        joost.page.get_by_role("button", name="Antwoord geven").click()
        checks.that("Iedereen zei ja." in joost.page.inner_text("main"), "the other parent says yes")
    with Reader(stage, size=PHONE) as ton:
        page = join(ton, code, pin)
        checks.that("/invitations" in page.url, "with the card the coach comes to the invitation")
        fair(checks, page, "the invitations")
        page.get_by_role("button", name="Ja, ik doe mee").click()
        said = page.inner_text("main")
        checks.that("Noor" in said and "Priya" not in said, "he takes part, for Noor alone")
        circle = ton.address
        stop(stage, "aylin", "Ton Trainer")
        checks.that(ton.get(circle).status == 404 and ton.get(invitation).status == 404, "stopped, he sees nothing")


def therapist(stage):
    """By the director, of an organisation, with the keyboard alone, in English."""
    checks = stage.checks
    with Reader(stage, "marieke", language="en-GB") as marieke:
        page = circle_of(marieke)
        press(page, page.get_by_role("link", name="Invite somebody"))
        press(page, page.get_by_role("link", name=re.compile("A professional")))
        page.get_by_label("At which organisation?").fill("De Brug")
        page.get_by_label("What is the professional's name?").fill("Thijs Nauta")
        page.get_by_label("What are they here for?").fill("play therapist")
        page.get_by_label("Sem de Wit-Yildiz").first.check()
        page.get_by_label("What may you expect of them?").fill("Plays on Wednesdays")
        fair(checks, page, "the form")
        press(page, page.get_by_role("button", name="Invite", exact=True))
        checks.that("/invitations/" in page.url, "a therapist is asked in by organisation and name", page.inner_text("main")[:300])
    with Reader(stage, "sem") as sem:
        circle_of(sem).get_by_role("link", name=re.compile("voor Sem")).click()
        sem.page.get_by_label("Ja", exact=True).check()
        sem.page.get_by_role("button", name="Antwoord geven").click()
    with Reader(stage, "thijs") as thijs:
        thijs.open("/families")
        thijs.page.get_by_role("link", name="Uitnodigingen voor jou").click()
        thijs.page.get_by_role("button", name="Ja, ik doe mee").click()
        circle = thijs.address
        said = thijs.page.inner_text("main")
        checks.that("Sem" in said and "Khadija" not in said, "he joins, and sees the young person who said yes")
    stop(stage, "sem", "Thijs")
    with Reader(stage, "thijs") as thijs:
        checks.that(thijs.get(circle).status == 404, "he leaves when the young person says so")


def circle_of(reader):
    """The page with the circle around Noor and Sem."""
    reader.open("/families")
    reader.page.get_by_role("link", name=re.compile("De Wit-Yildiz")).first.click()
    return reader.page


def join(reader, code, pin):
    page = reader.page
    reader.open("/join")
    page.get_by_label("De code op je kaartje").fill(code)
    page.get_by_label("De vier cijfers die je hoorde").fill(pin)
    page.get_by_role("button", name="Verder").click()
    page.locator("form[action='/join/passwords'] input[type=text]").fill("ton-trainer")
    for field in page.locator("form[action='/join/passwords'] input[type=password]").all():
        field.fill("zeven-stille-eenden-fietsen")
    page.get_by_role("button", name="Kiezen en verder").click()
    page.wait_for_url(lambda url: "/join" not in url)
    if "/invitations" not in page.url:
        reader.open("/")
    return page


def stop(stage, person, name):
    """Two steps: the member's page, and the button on it."""
    with Reader(stage, person) as reader:
        circle_of(reader).get_by_role("link", name=re.compile(f"^{name}")).first.click()
        fair(stage.checks, reader.page, "the page of a member")
        reader.page.get_by_role("button", name="Stop toegang").click()
        stage.checks.that(name not in reader.page.inner_text("main").split("Wat er laatst gebeurde")[0], f"{person} stops access in 2 steps")


def press(page, target):
    """With the keyboard."""
    target.focus()
    page.keyboard.press("Enter")
    page.wait_for_load_state()


def fair(checks, page, name):
    checks.none([*axe_findings(page), *([] if width(page) == 320 else ["too wide at 320"])], f"{name} is for everybody")
