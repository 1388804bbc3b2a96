# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The session runs out while a message is being typed."""

from reader import PHONE, Reader

TITLE = "Text typed in an expired session"

TEXT = "Dit mag niet kwijt.\n\nZeker de tweede alinea niet."


def walk(stage):
    checks = stage.checks
    with Reader(stage, "aylin", size=PHONE) as aylin:
        page = aylin.page
        page.get_by_role("link", name="Gesprekken").first.click()
        page.get_by_role("link", name="Even over mezelf").click()
        page.locator("#message").fill(TEXT)
        here = aylin.address
        before = page.locator(".message").count()
        stage.town.expire_sessions()
        page.get_by_role("button", name="Versturen").click()
        page.wait_for_url("**/sign-in**")
        checks.that(TEXT[:10] not in page.content(), "the page to sign in again shows nothing of the text")
        page.get_by_role("link", name="Kies wie je bent").click()
        page.locator('button[value="aylin"]').click()
        page.wait_for_url(f"**{here}**")
        checks.that(
            page.locator("#message").input_value().replace("\r\n", "\n") == TEXT, "after signing in it stands in its field",
            page.locator("#message").input_value())
        checks.that(page.locator(".message").count() == before, "it was not sent by itself")
        page.get_by_role("button", name="Versturen").click()
        page.locator(".message--own", has_text="Zeker de tweede alinea niet.").wait_for()
        checks.that(True, "and it can be sent")
    somebody_else(stage)
    signed_out(stage)


def somebody_else(stage):
    """Whoever signs in next on the same device does not find it."""
    with Reader(stage, "aylin", size=PHONE) as aylin:
        page = aylin.page
        page.get_by_role("link", name="Gesprekken").first.click()
        page.get_by_role("link", name="Noor op school").click()
        page.locator("#message").fill(TEXT)
        here = aylin.address
        stage.town.expire_sessions()
        page.get_by_role("button", name="Versturen").click()
        page.wait_for_url("**/sign-in**")
        aylin.open("/demo")
        page.locator('button[value="joost"]').click()
        page.wait_for_url(lambda url: "/demo" not in url)
        aylin.open(here)
        stage.checks.that(page.locator("#message").input_value() == "", "somebody else who signs in does not find it")


def signed_out(stage):
    """Who signs out on purpose leaves nothing behind, in no tab."""
    with Reader(stage, "aylin", size=PHONE) as aylin:
        page = aylin.page
        page.get_by_role("link", name="Gesprekken").first.click()
        page.get_by_role("link", name="Noor op school").click()
        page.locator("#message").fill(TEXT)
        sign_out_elsewhere(aylin)
        page.get_by_role("button", name="Versturen").click()
        page.wait_for_url("**/sign-in**")
        kept = [cookie["name"] for cookie in aylin.context.cookies() if cookie["name"].endswith("typed")]
        stage.checks.none(kept, "after signing out in another tab nothing is kept, and the sign-in page is there")


def sign_out_elsewhere(reader):
    other = reader.new_page()
    other.goto(reader.base + "/account")
    other.get_by_role("button", name="Uitloggen").click()
    other.wait_for_url("**/sign-in")
    other.close()
