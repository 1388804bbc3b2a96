# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Everything that matters works when script is off."""

from reader import PHONE, Reader

TITLE = "Without JavaScript"

# More than stand on one page of a conversation.
MANY = 55


def walk(stage):
    checks = stage.checks
    with Reader(stage, "aylin", size=PHONE, java_script_enabled=False) as aylin:
        page = aylin.page
        checks.that("Marieke Postma" in page.locator("main").inner_text(), "she signs in and sees who is around her children")
        page.get_by_role("link", name="Gesprekken").first.click()
        page.get_by_role("link", name="Even over mezelf").click()
        checks.that(page.locator(".message").count() > 3, "she reads a conversation")
        for number in range(MANY):
            write(page, f"Bericht {number + 1} van {MANY}")
        checks.that(page.locator(".message--own", has_text=f"Bericht {MANY} van").count() == 1, f"she writes {MANY} messages")
        page.get_by_role("link", name="Oudere berichten").click()
        checks.that("before=" in page.url, "she pages back")
        checks.that(page.locator(".message", has_text="Ik slaap al weken slecht.").count() == 1, "to the first message")
        page.get_by_role("link", name="Naar de nieuwste berichten").click()
        checks.that(page.locator(".message", has_text=f"Bericht {MANY} van").count() == 1, "and forward to the last")
        there = page.url
        page.get_by_role("button", name="English").click()
        checks.that(
            page.locator("html").get_attribute("lang") == "en" and page.url == there,
            "she reads on in English, on the same page")
        page.get_by_role("button", name="Nederlands").click()
        page.locator(".masthead__who").click()
        page.get_by_role("button", name="Uitloggen").click()
        aylin.open("/families")
        checks.that("/sign-in" in page.url, "she signs out, and is out")


def write(page, text):
    page.locator("#message").fill(text)
    page.get_by_role("button", name="Versturen").click()
