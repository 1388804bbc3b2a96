# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Choosing with whom and about whom, with and without script; what was typed is never lost."""

from reader import PHONE, Reader

TITLE = "Starting a conversation"


def walk(stage):
    for script, way in ((True, "with script"), (False, "without script")):
        with Reader(stage, "aylin", size=PHONE, java_script_enabled=script) as aylin:
            begin(stage.checks, aylin, way)


def begin(checks, aylin, way):
    page, subject = aylin.page, f"Zwemles op woensdag, {way}"
    aylin.open(aylin.family)
    page.get_by_role("link", name="Schrijf een bericht").click()
    page.get_by_label("Onderwerp").fill(subject)
    page.get_by_label("Dave Mulder").check()
    send(page)
    checks.that(
        page.title().startswith("Fout:"), f"{way}: a form with something missing comes back, and its title says so")
    summary = page.locator(".errors a")
    checks.that(
        summary.all_inner_texts() == ["Kies over wie het gaat.", "Typ eerst een bericht."],
        f"{way}: the summary names each thing that misses", summary.all_inner_texts())
    focused = page.evaluate("document.activeElement.matches('[data-focus]')") if way == "with script" else True
    checks.that(focused, f"{way}: the summary has the focus")
    summary.first.click()
    checks.that(page.url.endswith("#about"), f"{way}: its lines lead to the fields")
    described = page.locator("#message").get_attribute("aria-describedby") or ""
    checks.that(
        page.locator("#message-error").is_visible() and "message-error" in described,
        f"{way}: the error stands at its field, for screen readers too")
    checks.that(
        page.get_by_label("Onderwerp").input_value() == subject and page.get_by_label("Dave Mulder").is_checked(),
        f"{way}: nothing that was typed or chosen is lost")
    page.get_by_label("Sem de Wit-Yildiz").last.check()
    page.get_by_label("Jouw bericht").fill("Wie brengt Sem?\n\nIk kan niet.")
    send(page)
    checks.that(page.locator("h1").inner_text() == subject, f"{way}: then the conversation is there")
    checks.that(
        "Dave" in page.locator(".readers").inner_text() or "Dave" in page.locator(".composer__to").inner_text(),
        f"{way}: with the one who was chosen")
    # The browser itself mentions that the form came back (400).
    checks.none([error for error in aylin.errors if "status of 400" not in error], f"{way}: no error in the page")


def send(page):
    with page.expect_navigation():
        page.get_by_role("button", name="Versturen").click()
