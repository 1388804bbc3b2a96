# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Takes the pictures of the guide and the one that the README shows, from the demo town."""

import base64
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Callable, NamedTuple

from playwright.sync_api import sync_playwright

from reader import Reader

GUIDE = Path("docs/handleiding/beelden")
PHONE = {"width": 390, "height": 700}
DESK = {"width": 960, "height": 640}


class Picture(NamedTuple):
    """One page as somebody of the town sees it: who, on what screen, where, and what must stand there."""

    who: str | None
    size: dict
    find: Callable[[Reader], str]
    shows: str = "main h1"
    # Whether that stands at the top of the picture; else the page does.
    is_close: bool = False


def at(address):
    return lambda reader: address


def around(place, family="De Wit-Yildiz"):
    """A page of a family."""
    def find(reader):
        reader.open("/families")
        link = reader.page.locator("main a[href^='/families/']", has_text=family)
        home = (link.first.get_attribute("href") if link.count() else reader.family).split("?")[0]
        return home + place
    return find


def through(place, link):
    """A page to which another leads."""
    def find(reader):
        reader.open(around(place)(reader))
        return reader.page.locator(link).first.get_attribute("href")
    return find


# By the names under which the pages of the guide show them.
PICTURES = {
    "kaartje": Picture(None, PHONE, at("/join"), '[name="code"]'),
    "vandaag": Picture("marieke", DESK, at("/today"), ".promises"),
    "kring": Picture("aylin", PHONE, around(""), "main svg", True),
    "uitnodigen": Picture("aylin", PHONE, around("/invitations/new?kind=relative"), '[name="name"]'),
    "bericht": Picture("aylin", PHONE, through("/conversations", "main a:has-text('Noor op school')"), ".message", True),
    "verhaal": Picture("aylin", PHONE, through("/story", "main a[href*='/story/']"), ".voice"),
    "wie-mag-wat-weten": Picture("aylin", PHONE, around("/consents"), "table", True),
    "wie-keek-mee": Picture("aylin", PHONE, around("/access"), ".looked"),
    "plan": Picture("aylin", PHONE, around("/plan"), ".goal", True),
    "regie": Picture("aylin", PHONE, around("/direction")),
    "tijdlijn": Picture("marieke", DESK, around("/timeline"), ".chart svg", True),
    "niet-mee-eens": Picture("joost", PHONE, around("/objection"), "form"),
    "gezin-starten": Picture("marieke", DESK, at("/families/new"), '[name="name-0"]'),
    "toestemming-vragen": Picture("marieke", DESK, around("/consents/new?asked=share"), '[name="party"]'),
    "contactnotitie": Picture("marieke", DESK, around("/notes/new"), '[name="message"]'),
    "overdracht": Picture("marieke", DESK, around("/handovers/new"), '[name="reason"]'),
    "toezicht": Picture("geert-jan", DESK, at("/privacy"), "table"),
}


def take(reader, picture, quality=60):
    """The page in front as WebP, without the banner of the demo."""
    reader.page.evaluate("document.querySelector('.banner')?.remove()")
    if picture.is_close:
        reader.page.evaluate("what => scrollBy(0, document.querySelector(what).getBoundingClientRect().top - 24)", picture.shows)
    taken = reader.context.new_cdp_session(reader.page).send(
        "Page.captureScreenshot", {"format": "webp", "quality": quality})
    return base64.b64decode(taken["data"])


def missing(stage):
    """The pictures whose page, or what they show of it, is no longer there."""
    lost = []
    for name, picture in PICTURES.items():
        try:
            with Reader(stage, picture.who, size=picture.size) as reader:
                answer = reader.open(picture.find(reader))
                if not answer.ok or not reader.page.locator(picture.shows).count():
                    lost.append(f"{name}: {answer.status} at {reader.address}, {picture.shows}")
        except Exception as problem:
            lost.append(f"{name}: {str(problem).splitlines()[0]}")
    return lost


def main():
    from everything import launch
    from town import Town

    GUIDE.mkdir(parents=True, exist_ok=True)
    with Town() as town, sync_playwright() as playwright:
        stage = SimpleNamespace(town=town, browser=launch(playwright))
        for name in sys.argv[1:] or ["README", *PICTURES]:
            if name == "README":
                with Reader(stage, "aylin", size={"width": 1200, "height": 980}, color_scheme="light") as aylin:
                    aylin.page.screenshot(path="docs/picture.png")
                continue
            picture = PICTURES[name]
            with Reader(stage, picture.who, size=picture.size, color_scheme="light") as reader:
                reader.open(picture.find(reader))
                (GUIDE / f"{name}.webp").write_bytes(take(reader, picture))
        stage.browser.close()
    total = sum(path.stat().st_size for path in GUIDE.glob("*.webp"))
    print(f"{len(list(GUIDE.glob('*.webp')))} pictures, {total // 1000} kB")


if __name__ == "__main__":
    main()
