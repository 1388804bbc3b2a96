# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages that are read: what one costs, and how that grows with the installation."""

import re

from . import load
from .report import Row, at_most
from .server import Server

HELPDESKS = "django-helpdesk 319 ms, Redmine 334 ms, both on one page"


def measure_pages(bench):
    """The two pages that are opened most, beside an empty one."""
    town = bench.small()
    cost = costs(bench, town)
    empty, signed_in = cost["empty"], cost["account"]
    beside = f"an empty page {empty * 1000:.0f} µs"
    return [
        Row("an empty page of this server (/health/live)", "", f"{empty:.3f} ms", "a spike 0.063 ms"),
        Row("a small page, signed in (/account)", "", f"{signed_in:.2f} ms", times(signed_in, empty)),
        at_most("conversation page, 50 messages, CPU", cost["conversation"], 1.2, "ms",
                f"{beside} ({times(cost['conversation'], empty)}); {HELPDESKS}"),
        at_most("circle page, 10 members, 10 promises, CPU", cost["circle"], 1.2, "ms",
                f"{beside} ({times(cost['circle'], empty)})"),
        at_most("plan page, 5 goals, 20 actions, CPU", cost["plan"], 2, "ms", times(cost["plan"], empty)),
        at_most("consent page, 10 asked, 10 members, CPU", cost["consents"], 2, "ms", times(cost["consents"], empty)),
        *measure_timeline(bench, town),
    ]


def measure_timeline(bench, town):
    """The timeline of a family with two thousand entries and sixty stretches of help: its first page with the picture of
    all help, and the page after it."""
    with Server(town) as server:
        cookie = server.sign_in("moeder-verleden")
        first = server.page(town.places["timeline"], cookie)
        older = re.search(r'href="([^"]*before=[^"]*)"', first).group(1).replace("&amp;", "&")
        server.rest()
        whole = load.reading(server, town.places["timeline"], cookie, bench.seconds).cpu_ms
        next_page = load.reading(server, older, cookie, bench.seconds).cpu_ms
        return [
            at_most("timeline, 50 of 2,000 and the whole picture of 60, CPU", whole, 20, "ms"),
            at_most("timeline, the next 50, CPU", next_page, 2, "ms"),
        ]


def measure_list(bench):
    """A worker's list of fifty families in the large town."""
    with Server(bench.large()) as server:
        cookie = server.sign_in("werker")
        server.rest()
        found = server.page("/families", cookie).count('<li class="promise">')
        cost = load.reading(server, "/families", cookie, bench.seconds).cpu_ms
        return [at_most(f"list of {found} families of {bench.families:,}, CPU", cost, 1.2, "ms", "Redmine's list 243 ms")]


def measure_today(bench):
    """What waits for two workers in the large town: five hundred promises to forty families, of which fifty are on
    the page, and the most there can be on one: fifty things, each of another family."""
    with Server(bench.large()) as server:
        rows = []
        for slug, families in [("drukke-werker", 40), ("werker", 50)]:
            cookie = server.sign_in(slug)
            found = server.page("/today", cookie).count('<li class="promise')
            server.rest()
            cost = load.reading(server, "/today", cookie, bench.seconds).cpu_ms
            name = f"today, {found} things, of {families} families, CPU"
            rows.append(at_most(name, cost, 2, "ms", "Redmine's list 243 ms"))
        return rows


def measure_desks(bench):
    """The first fifty of two thousand open reports at a desk, and of two thousand referrals that a provider has to
    answer, each with the counts by group."""
    with Server(bench.large()) as server:
        rows = []
        for slug, path, what in [("werker", "/desk", "reports"), ("hulpverlener", "/referrals", "referrals")]:
            cookie = server.sign_in(slug)
            page = server.page(path, cookie)
            found = page.count('<li class="promise')
            if found != 50:
                raise SystemExit(f"{path} shows {found} of {what}.")
            server.rest()
            cost = load.reading(server, path, cookie, bench.seconds).cpu_ms
            rows.append(at_most(f"desk, {found} of 2,000 {what}, CPU", cost, 2, "ms"))
        return rows


def measure_growth(bench):
    """The same two pages in a town of a hundred times the size, turn by turn with those in the small one."""
    rounds = 3
    small, large = bench.small(), bench.large()
    sums = {}
    for _ in range(rounds):
        for size, town in [("small", small), ("large", large)]:
            for page, cost in costs(bench, town).items():
                sums[size, page] = sums.get((size, page), 0) + cost
    factor = bench.families / 200
    return [
        at_most(f"growth of the {page} page with {factor:g} times the data",
                sums["large", page] / sums["small", page], 1.15, "times",
                f"{sums['small', page] / rounds:.2f} → {sums['large', page] / rounds:.2f} ms")
        for page in ["conversation", "circle", "plan", "consents"]
    ]


def costs(bench, town):
    """CPU milliseconds of a request, by page."""
    with Server(town) as server:
        cookie = server.sign_in("moeder")
        paths = {"empty": "/health/live", "account": "/account", "conversation": town.places["conversation"],
                 "circle": town.places["circle"], "plan": town.places["plan"], "consents": town.places["consents"]}
        for path in paths.values():
            server.ask(path, cookie)
        server.rest()
        return {name: load.reading(server, path, cookie, bench.seconds).cpu_ms for name, path in paths.items()}


def times(value, other):
    return f"{value / other:.0f} ×"
