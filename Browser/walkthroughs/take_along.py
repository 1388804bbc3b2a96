# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""A young person takes everything along, asks to be forgotten and reads how it stands; the privacy officer sees what is to go."""

import json
import time

from walker import Walker
from ways import WAYS

TITLE = "Taking everything along, and being forgotten"


def walk(stage):
    for way in WAYS:
        taken(stage, way)
        asked(stage, way)
        decided(stage, way)


def taken(stage, way):
    checks = stage.checks
    with Walker(stage, way, "sem") as sem:
        sem.come("/today")
        home = sem.family
        sem.come(home)
        with sem.within(2, "a copy is asked for"):
            sem.follow(sem.link("Alles meenemen", "Take everything along"))
            sem.follow(sem.button("Maak", "Make"))
        for _ in range(30):
            if sem.page.locator('a[href$="rondom.json"]').count():
                break
            time.sleep(1)
            sem.come(home + "/take-along")
        checks.that(sem.says("is klaar", "is ready"), f"{way.name}: it is made while nobody waits")
        for name in ("rondom.pdf", "rondom.json", "rondom.zip"):
            address = sem.page.locator(f'a[href$="{name}"]').first.get_attribute("href")
            answer = sem.get(address)
            checks.that(answer.status == 200, f"{way.name}: {name} is fetched")
            if name.endswith("json"):
                copy = json.loads(answer.body())
                checks.that(copy["about"].startswith("Sem"), f"{way.name}: and is about him alone")


def asked(stage, way):
    with Walker(stage, way, "sem") as sem:
        sem.come("/today")
        sem.come(sem.family + "/take-along")
        with sem.within(3, "being forgotten is asked"):
            sem.follow(sem.link("Wat we bewaren", "What we keep"))
            sem.press(sem.page.locator("summary").first)
            sem.follow(sem.button("Vraag om te wissen", "Ask to erase"))
        stage.checks.that(
            sem.says("Je krijgt antwoord voor", "You get an answer before"), f"{way.name}: he reads by when he has an answer")


def decided(stage, way):
    checks = stage.checks
    with Walker(stage, way, "marieke") as marieke:
        marieke.come("/today")
        address = marieke.page.locator('a[href*="/forgettings/"]').first.get_attribute("href")
        marieke.come(address)
        marieke.follow(marieke.button("Ja, wis het", "Yes, erase it"))
    with Walker(stage, way, "geert-jan") as officer:
        officer.come("/privacy")
        officer.follow(officer.link("Wat gewist wordt", "What is erased"))
        checks.that(
            officer.says("Gevraagd en goedgekeurd", "Asked for and granted"), f"{way.name}: the privacy officer sees what is to go")
        checks.that(not officer.says("Sem"), f"{way.name}: and not of whom, nor what")
    with Walker(stage, way, "sem") as sem:
        sem.come("/today")
        sem.come(sem.family + "/keeping")
        checks.that(sem.says("Het antwoord was ja", "The answer was yes"), f"{way.name}: and he reads that it will be done")
        sem.follow(sem.button("Trek je vraag in", "Take your question back"))
