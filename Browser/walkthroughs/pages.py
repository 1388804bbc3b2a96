# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Each page that each person of the town reaches, one of every kind."""

import re

from conformance import axe_findings, cut_off, names_in, own_findings, parse_errors, small_targets, width
from reader import DESK, PHONE, Reader
from walker import BLOCKS

TITLE = "Everybody's pages"

# Language, colours and size; a few people see all of them, the others the first.
WAYS = [
    ("nl-NL", "light", PHONE), ("en-GB", "dark", DESK), ("nl-NL", "dark", PHONE), ("en-GB", "light", DESK),
]
THOROUGH = {"aylin": 4, "joost": 2, "marieke": 2, "geert-jan": 2}
SAME_FOR_ALL = [
    "/account", "/account/password", "/account/second-factor", "/account/recovery-codes", "/accessibility",
]


def walk(stage):
    with Reader(stage) as visitor:
        visitor.open("/demo")
        people = visitor.page.eval_on_selector_all("button[name=person]", "all => all.map(button => button.value)")
        names = words_of_names(visitor.page.locator(".person__name").all_inner_texts())
    look(stage, None, ["/sign-in", "/demo", "/accessibility", "/nowhere"], names, WAYS[:2])
    for person in people:
        with Reader(stage, person) as reader:
            addresses = reader.crawl()
        if person not in THOROUGH:
            addresses = [address for address in addresses if address not in SAME_FOR_ALL]
        look(stage, person, addresses, names, WAYS[: THOROUGH.get(person, 1)])


def look(stage, person, addresses, names, ways):
    """Opens the pages in each way, and checks what holds for all pages."""
    faults = {}
    for language, colours, size in ways:
        with Reader(stage, person, size=size, language=language, color_scheme=colours) as reader:
            for address in addresses:
                found = faults_of(stage, reader, address, names, (language, colours))
                for fault in found:
                    faults.setdefault(fault, f"{address} {language[:2]} {colours}")
            expected = [error for error in reader.errors if "/nowhere" not in error]
            faults.update({f"in the console: {error}": "" for error in expected})
            faults.update({f"asks {url}": "" for url in reader.elsewhere})
    who = person or "a visitor"
    stage.checks.none(
        [f"{fault} [{place}]" for fault, place in faults.items()],
        f"{who}: {len(addresses)} kinds of page, {len(ways)} {'way' if len(ways) == 1 else 'ways'}")


def faults_of(stage, reader, address, names, way):
    answer = reader.open(address)
    page = reader.page
    names = names | words_of_names(page.locator(".person__name").all_inner_texts())
    faults = own_findings(page) + [f"in the title: {name}" for name in names_in(page.title(), names)]
    if page.locator("html").get_attribute("lang") != way[0][:2]:
        faults.append("in the wrong language")
    found = width(page)
    if found != 320:
        faults.append(f"{found} wide at 320")
    faults += [f"cut off at 320: {part}" for part in cut_off(page)]
    # For axe and the parser a page made of the same blocks in the same colours is the same page.
    blocks = (way[1], page.viewport_size["width"], page.evaluate(BLOCKS))
    if blocks not in stage.seen:
        stage.seen.add(blocks)
        faults += [f"axe: {finding}" for finding in axe_findings(page)]
        faults += [f"small: {target}" for target in small_targets(page)]
        faults += [f"not HTML: {error}" for error in parse_errors(answer.text())]
    return faults


def words_of_names(names):
    """The words with a capital in people's names."""
    return {word for name in names for word in re.findall(r"\w+", name) if word[0].isupper() and len(word) > 2}
