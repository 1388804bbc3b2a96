# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The guide: read by somebody who is not signed in, and found from each page in the same place."""

from pictures import missing
from reader import Reader
from walker import Walker
from walkthroughs.notes import family
from ways import WAYS

TITLE = "The guide, and the way to it from each page"

HELP = """() => {
  const links = [...document.querySelectorAll('footer a')];
  return links.length ? [links.indexOf(document.querySelector('footer a[href^="/help"]')), links[0].pathname] : [-1, ''];
}"""


def walk(stage):
    for way in WAYS:
        read(stage, way)
    linked(stage)
    stage.checks.none(missing(stage), "each picture of the guide still has its page")


def read(stage, way):
    with Walker(stage, way) as reader:
        reader.come("/help")
        pages = [link for link in reader.links() if link.startswith("/help/")]
        lost = []
        for page in pages:
            if not reader.open(page).ok:
                lost.append(page)
            # All pages are made alike: axe looks at the first few and at the longest.
            if page in pages[:3] + ["/help/plan", "/help/toestemming-vragen"]:
                reader.look()
            lost += [link for link in reader.links() if link.startswith("/help/") and link not in pages]
        stage.checks.none(lost, f"{way.name}: all {len(pages)} pages of the guide are read without signing in")


def linked(stage):
    """The first link at the foot of every page, to the page that explains this one."""
    home = family(stage)
    for who in ("aylin", "marieke", "truus"):
        with Reader(stage, who) as reader:
            astray = []
            for address in reader.crawl(most=60):
                reader.open(address)
                place, leads = reader.page.evaluate(HELP)
                if place != 0 or address.startswith(home + "/") and leads == "/help":
                    astray.append(f"{address}: {place}, {leads}")
            stage.checks.none(astray, f"{who} finds the guide first at the foot of every page")
