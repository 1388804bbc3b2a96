# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Files, telling that a message is not right, taking back, and a draft."""

import struct
import zlib

from conformance import axe_findings, own_findings, width
from reader import DESK, PHONE, Reader

TITLE = "What can be done with messages"


def walk(stage):
    files(stage)
    told_and_taken_back(stage)
    draft(stage)


def conversation(reader, subject):
    """Opens a conversation from the list: the step that reading a message takes."""
    reader.page.locator('.nav a[href$="/conversations"]').click()
    reader.page.get_by_role("link", name=subject).click()
    reader.page.wait_for_selector("#talk")
    return reader.address


def sound(stage, page, name):
    stage.checks.none(axe_findings(page) + own_findings(page), f"{name}: axe finds nothing")
    stage.checks.that(width(page) == 320, f"{name}: fits in 320 pixels", width(page))


def picture():
    """A real picture with a text in it that must not stay."""
    chunk = lambda name, data: struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    head = struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"tEXt", b"Location\0Molenpad 12")
            + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0\0\xff\0" * 2)) + chunk(b"IEND", b""))


def files(stage):
    checks = stage.checks
    with Reader(stage, "aylin", size=PHONE, java_script_enabled=False) as aylin:
        page = aylin.page
        conversation(aylin, "Noor op school")
        page.locator("#message").fill("Kijk, haar tekening en de brief.")
        page.locator("#file").set_input_files([
            {"name": "tekening.png", "mimeType": "image/png", "buffer": picture()},
            {"name": "brief.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n1 0 obj endobj\n%%EOF\n"}])
        page.get_by_role("button", name="Versturen").click()
        sent = page.locator(".message--own", has_text="Kijk, haar tekening en de brief.")
        checks.that(sent.locator(".file a").count() == 2, "she sends a picture and a PDF, without script")
        got = aylin.get(sent.locator(".file a").first.get_attribute("href"))
        checks.that(got.ok and b"Molenpad" not in got.body(), "the picture tells no more than the picture")
        checks.that(got.headers["content-disposition"].startswith("attachment"), "and is for saving")
        page.locator("#message").fill("Deze tekst blijft.")
        page.locator("#file").set_input_files([{"name": "a.jpg", "mimeType": "image/jpeg", "buffer": b"<script>"}])
        page.get_by_role("button", name="Versturen").click()
        checks.that(page.locator("#file-error").count() == 1, "a script that calls itself a picture is refused")
        checks.that(page.locator("#message").input_value() == "Deze tekst blijft.", "and her text stays")
    with Reader(stage, "joost", size=DESK) as joost:
        conversation(joost, "Noor op school")
        sound(stage, joost.page, "a conversation with files")
        with joost.page.expect_download() as download:
            joost.page.get_by_role("link", name="tekening.png").click()
        checks.that(download.value.suggested_filename == "tekening.png", "the father saves the picture")
        checks.none(joost.errors, "no error in the page")


def told_and_taken_back(stage):
    checks = stage.checks
    with Reader(stage, "joost", size=DESK) as joost, Reader(stage, "aylin", size=PHONE) as aylin:
        address = conversation(joost, "Noor op school")
        joost.page.locator("#message").fill("Dat is jouw schuld.")
        joost.page.get_by_role("button", name="Versturen").click()
        joost.page.locator(".message--own", has_text="Dat is jouw schuld.").wait_for()
        aylin.open(address)
        aylin.page.locator(".message", has_text="Dat is jouw schuld.").get_by_role("link", name="Dit is niet oké").click()
        sound(stage, aylin.page, "telling that it is not right")
        aylin.page.get_by_role("button", name="Meld dit bericht").click()
        checks.that(aylin.page.get_by_text("Alleen jij ziet dat hier.").count() == 1, "she tells that a message is not right")
        joost.open(address)
        checks.that(joost.page.get_by_text("gemeld").count() + joost.page.get_by_text("meldde").count() == 0, "who wrote it sees nothing")
        own = joost.page.locator(".message--own", has_text="Dat is jouw schuld.")
        own.get_by_role("button", name="Trek in").click()
        checks.that(joost.page.get_by_text("Je trok dit bericht in.").count() == 1, "he takes it back")
        aylin.open(address)
        checks.that(aylin.page.get_by_text("Dat is jouw schuld.").count() == 0, "and it is gone for her")
    with Reader(stage, "marieke", size=DESK) as marieke:
        marieke.open(address.rsplit("/", 1)[0])
        sound(stage, marieke.page, "a list with something to hear")
        marieke.page.get_by_role("link", name="Kijken naar een bericht dat niet oké is").click()
        checks.that(marieke.page.get_by_text("Dat is jouw schuld.").count() == 1, "the director reads what was told, taken back or not")
        sound(stage, marieke.page, "what must be heard")
        marieke.page.get_by_role("button", name="Ik pak dit op").click()
        checks.none(marieke.errors, "no error in the page")


def draft(stage):
    checks = stage.checks
    with Reader(stage, "aylin", size=PHONE) as aylin:
        address = conversation(aylin, "Ophalen en logeren")
        aylin.page.locator("#message").press_sequentially("Half een zin")
        aylin.page.get_by_text("Concept bewaard.").wait_for()
        aylin.open(address.rsplit("/", 1)[0])
        aylin.open(address)
        checks.that(aylin.page.locator("#message").input_value() == "Half een zin", "what she typed waits for her")
        checks.none(aylin.errors, "no error in the page")
