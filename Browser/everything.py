# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Walks through the site: each walkthrough is a file of its own, with what it tells and how it goes."""

import contextlib
import importlib
import io
import os
import shutil
import sys
import time
import traceback
from multiprocessing import Lock, Process, Queue, SimpleQueue
from types import SimpleNamespace

from playwright.sync_api import sync_playwright

from checks import Checks
from town import Town
from walker import Eye
from ways import Table

# Each is walked in every way, and in one table at the end.
JOURNEYS = [
    "mother_joins", "own_card", "helpers", "therapist", "director", "secret", "who_looked", "lost_account",
    "administrator", "account", "story", "notes", "consent", "held", "shown_again", "emergency", "stand_in",
    "plan", "timeline", "guide", "meeting", "take_along", "consult", "indication", "care_report", "referral", "assignment", "guest",
    # At its end a helper leaves whom others walk with.
    "direction",
]

# Everybody's pages take longest, and see what the journeys left: after those, and before what is short.
WALKTHROUGHS = JOURNEYS + [
    "pages", "closed_doors", "joining", "birthday", "today", "live", "start", "messages", "without_script", "keyboard",
    "expired", "leave", "sign_in",
]


# Two at once, each in a town of its own: while one waits for its page the other goes on.
SHARES = 2


def main():
    chosen = sys.argv[1:] or WALKTHROUGHS
    begun = time.monotonic()
    names, results, turn = Queue(), SimpleQueue(), Lock()
    shares = [Process(target=share, args=(names, results, turn)) for _ in chosen[:SHARES]]
    for name in chosen + [None] * len(shares):
        names.put(name)
    for process in shares:
        process.start()
    for process in shares:
        process.join()
    checks, table = Checks(), Table()
    while not results.empty():
        passed, failed, pages = results.get()
        checks.passed, checks.failed = checks.passed + passed, checks.failed + failed
        table.pages |= pages
    table.show(checks)
    for process in shares:
        checks.that(process.exitcode == 0, "came to its end", f"ended with {process.exitcode}")
    print(f"\n{checks.passed} passed, {checks.failed} failed ({time.monotonic() - begun:.0f} s)")
    return 1 if checks.failed else 0


def share(names, results, turn):
    """Takes one walkthrough after another, in a town of its own, until there are none."""
    checks = Checks()
    with Town() as town, sync_playwright() as playwright:
        browser = launch(playwright)
        stage = SimpleNamespace(
            town=town, browser=browser, checks=checks, eye=Eye(browser), table=Table(), seen=set(), faults=[], households={})
        while name := names.get():
            told = io.StringIO()
            with contextlib.redirect_stdout(told):
                walk(importlib.import_module(f"walkthroughs.{name}"), stage, is_journey=name in JOURNEYS)
            with turn:
                print(told.getvalue(), end="", flush=True)
        browser.close()
        with turn:
            checks.that(town.stop() == 0, "the server stops when it is asked to")
    results.put((checks.passed, checks.failed, stage.table.pages))


def launch(playwright):
    # Chromium's own sandbox asks for rights that root in a container lacks.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    return playwright.chromium.launch(executable_path=shutil.which("chromium"), args=arguments)


def walk(walkthrough, stage, is_journey):
    """One walkthrough; where it gets stuck is one failed check, and the next one goes on."""
    begun = time.monotonic()
    print(f"{walkthrough.TITLE}", flush=True)
    if is_journey:
        stage.table.begin(walkthrough.TITLE)
    try:
        walkthrough.walk(stage)
    except Exception as problem:
        place = traceback.extract_tb(problem.__traceback__)
        own = [f"{step.filename.rsplit('/', 1)[-1]}:{step.lineno}" for step in place if "/Browser/" in step.filename]
        stage.checks.that(False, "goes on to its end", f"{' > '.join(own)}: {str(problem).splitlines()[0]}")
        if stage.town.server.poll() is not None:
            stage.town.start()
    if is_journey:
        stage.checks.none(dict.fromkeys(stage.faults), f"axe, keys, 320 pixels: all {stage.table.count} pages are for everybody")
        stage.faults.clear()
    print(f"  {time.monotonic() - begun:.0f} s", flush=True)


if __name__ == "__main__":
    sys.exit(main())
