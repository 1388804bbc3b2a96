# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Aylin writes to Marieke on her phone; the server stops and starts in the middle."""

from reader import DESK, PHONE, Reader

TITLE = "The mother and the director write to each other live"

SUBJECT = "Even over mezelf"


def walk(stage):
    checks = stage.checks
    with Reader(stage, "aylin", size=PHONE) as aylin, Reader(stage, "marieke", size=DESK) as marieke:
        aylin.page.get_by_role("link", name="Gesprekken").first.click()
        aylin.page.get_by_role("link", name=SUBJECT).click()
        aylin.page.wait_for_selector("#talk")
        marieke.open(aylin.address)
        checks.that(marieke.page.locator("h1").inner_text() == SUBJECT, "both have the same conversation open")

        write(aylin, "Ben je morgen op kantoor?")
        checks.that(arrives(marieke, "Ben je morgen op kantoor?"), "what she writes arrives without loading the page")
        checks.that(is_read(aylin, "Gelezen door Marieke."), "and she sees that it was read")
        marieke.page.evaluate("window.sameDocument = true")
        write(aylin, "Dan kom ik langs.\n\nIk neem <Noor> & koek mee.")
        checks.that(
            arrives(marieke, "Ik neem <Noor> & koek mee.") and marieke.page.evaluate("window.sameDocument"),
            "a second message arrives in the same page, as it was typed")
        marieke.page.locator("#message").fill("Half een antwoord")
        write(aylin, "Of komt half elf beter uit?")
        arrives(marieke, "Of komt half elf beter uit?")
        checks.that(
            marieke.page.locator("#message").input_value() == "Half een antwoord",
            "what Marieke is typing stays while messages arrive")
        stopped(stage, aylin, marieke)
        checks.none(aylin.errors, "nothing went wrong in the page before the server stopped")


def stopped(stage, aylin, marieke):
    checks = stage.checks
    before = list(aylin.errors)
    aylin.page.locator("#message").fill("Ik typte dit toen alles stilviel.")
    checks.that(stage.town.stop() == 0, "the server stops with two people on the line")
    press_send(aylin)
    aylin.page.locator("[data-unreached]").wait_for(state="visible")
    checks.that(
        aylin.page.locator("#message").input_value() == "Ik typte dit toen alles stilviel.",
        "a message sent meanwhile stays in its field, and the page says so")
    stage.town.start()
    press_send(aylin)
    checks.that(arrives(aylin, "Ik typte dit toen alles stilviel."), "sent again after the restart it is there")
    checks.that(
        arrives(marieke, "Ik typte dit toen alles stilviel.", seconds=15),
        "the line comes back by itself and brings what was missed")
    count = aylin.page.locator(".message", has_text="Ik typte dit toen alles stilviel.").count()
    checks.that(count == 1, "and it is there once", count)
    # What the browser itself says about a server that is away is no fault of the page.
    aylin.errors[:] = before


def write(reader, text):
    reader.page.locator("#message").fill(text)
    press_send(reader)
    reader.page.locator(".message--own", has_text=text.splitlines()[0]).wait_for()


def press_send(reader):
    reader.page.get_by_role("button", name="Versturen").click()


def arrives(reader, text, seconds=6):
    message = reader.page.locator(".message", has_text=text)
    try:
        message.first.wait_for(timeout=seconds * 1000)
        return True
    except Exception:
        return False


def is_read(reader, text):
    last = reader.page.locator(".message--own").last
    for _ in range(2):
        if text in last.inner_text():
            return True
        reader.page.reload()
        last = reader.page.locator(".message--own").last
    return False
