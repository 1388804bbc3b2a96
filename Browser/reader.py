# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person of the town behind a browser of their own."""

import re
from collections import Counter
from urllib.parse import urlsplit

from playwright.sync_api import Error as PlaywrightError

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
NARROW = {"width": 320, "height": 700}


class Reader:
    """A browser with nobody else's cookies, that remembers what went wrong on its pages."""

    def __init__(self, stage, person=None, size=DESK, language="nl-NL", **settings):
        self.base = stage.town.base
        self.person = person
        self.context = stage.browser.new_context(viewport=size, locale=language, **settings)
        self.context.set_default_timeout(10_000)
        self.errors = []
        self.elsewhere = []
        self.context.on("request", self._requested)
        self.page = self.new_page()
        if person:
            self.sign_in()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.context.close()

    def new_page(self):
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.errors.append(f"{page.url}: {error}"))
        page.on("console", lambda said: self.errors.append(f"{page.url}: {said.text}") if said.type == "error" else None)
        return page

    def _requested(self, request):
        if urlsplit(request.url).netloc != urlsplit(self.base).netloc:
            self.elsewhere.append(request.url)

    def sign_in(self):
        self.open("/demo")
        self.page.locator(f'button[value="{self.person}"]').click()
        self.page.wait_for_url(lambda url: "/demo" not in url)

    def open(self, address):
        """Opens an address of the site in the first page; the answer it gave."""
        return self.page.goto(self.base + address)

    @property
    def address(self):
        parts = urlsplit(self.page.url)
        return parts.path + (f"?{parts.query}" if parts.query else "")

    @property
    def family(self):
        """The address of the first family that the page in front leads to."""
        return next(re.match(r"/families/[0-9a-f-]{36}", link).group() for link in self.links()
                    if re.match(r"/families/[0-9a-f-]{36}", link))

    def get(self, address):
        """Asks for an address as this person, beside the page; no redirect is followed."""
        return self.context.request.get(self.base + address, max_redirects=0)

    def links(self):
        """The addresses of this site that the page links to, in their order."""
        found = self.page.eval_on_selector_all("a[href]:not([download])", "all => all.filter(a => typeof a.href === 'string').map(a => a.href)")
        # What a calendar is given is a file and no page.
        found = [link for link in found if not re.search(r"/meetings/[0-9a-f-]{36}/calendar$", link)]
        own = [urlsplit(link) for link in found if link.startswith(self.base + "/")]
        return list(dict.fromkeys(part.path + (f"?{part.query}" if part.query else "") for part in own))

    def crawl(self, every=False, most=120):
        """The addresses that this person reaches by links: one of each kind, or every one.

        Of pages that go on and on, such as month after month, the first few will do.
        """
        self.open("/")
        waiting, seen, kinds, pages = [self.address, *self.links()], set(), {}, Counter()
        while waiting and len(kinds) < most:
            address = waiting.pop(0)
            kind = address if every else kind_of(address)
            # The guide is the same for everybody, and has a walkthrough of its own.
            if address in seen or kind in kinds or address.startswith("/help/"):
                continue
            seen.add(address)
            pages[kind_of(address)] += "?" in address
            if pages[kind_of(address)] > 3:
                continue
            try:
                answer = self.open(address)
            except PlaywrightError as problem:
                # What somebody takes along is a file and no page.
                if "Download is starting" in str(problem):
                    continue
                raise
            kinds[kind] = address
            if answer and answer.ok:
                waiting += self.links()
        return list(kinds.values())


def kind_of(address):
    """The address with its ids and values left out."""
    path, _, query = address.partition("?")
    path = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", ":id", path)
    path = re.sub(r"/\d+(?=/|$)", "/:number", path)
    return path + "?" + "&".join(part.split("=")[0] for part in query.split("&"))
