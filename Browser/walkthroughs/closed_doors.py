# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who does not belong to a family finds nothing of it; the father finds no trace of the secret address."""

import uuid

from reader import Reader

TITLE = "Nobody else gets in"

STRANGERS = {
    "thijs": "a stranger", "bart": "a teacher of another child", "eline": "a mother of another family",
    "annelies": "a manager", "ravi": "an administrator", "geert-jan": "the privacy officer",
}

# What tells where Eline and her children are: her address, her phone, their school and helpers.
SECRETS = [
    "Lindehof", "Ondiep-Noord", "06 00 00 02 36", "Bibliotheek aan de Plantage", "De Schakel", "groep 6", "groep 3",
    "poort aan de achterkant", "Nadia", "Benali", "Bart ", "Verhoeven",
]


def walk(stage):
    with Reader(stage, "aylin") as aylin:
        doors = family_addresses(aylin)
    stage.checks.that(len(doors) > 8, f"Aylin opens {len(doors)} addresses")
    for person, name in STRANGERS.items():
        refused(stage, person, name, doors)
    with Reader(stage, "bart") as bart:
        doors = family_addresses(bart)
    with Reader(stage, "eline") as eline:
        eline.open("/")
        own = eline.family
    refused(stage, "esmee", "a therapist who left the circle", [door for door in doors if not door.startswith(own)])
    no_trace(stage)


def family_addresses(reader):
    """Every address about a family that this person reaches, and those that its pages ask for by themselves."""
    found = []
    for address in reader.crawl(every=True):
        # Every professional may start a family.
        if not address.startswith("/families/") or address.startswith("/families/new"):
            continue
        found.append(address)
        if "/conversations/" in address and not address.endswith("/new") and "?" not in address:
            found += [address + "/messages", address + "/events"]
    return found


def refused(stage, person, name, doors):
    nowhere = doors[0].split("/")
    nowhere[2] = str(uuid.uuid4())
    with Reader(stage, person) as reader:
        missing = reader.get("/".join(nowhere))
        different = []
        for door in doors:
            answer = reader.get(door)
            if answer.status != 404 or answer.text() != missing.text():
                different.append(f"{answer.status} {door}")
        stage.checks.that(missing.status == 404 and len(missing.text()) > 500, f"{name} sees a page for what does not exist")
        stage.checks.none(different, f"{name} sees that same page at all {len(doors)} addresses")


def no_trace(stage):
    checks = stage.checks
    with Reader(stage, "eline") as eline:
        seen = everything_said(eline)
        missing = [secret for secret in SECRETS[:5] if not any(secret in text for _, text in seen)]
        checks.none(missing, "Eline reads her own address, phone and school")
    with Reader(stage, "robert") as robert:
        seen = everything_said(robert)
        traces = [f"{secret} in {address}" for address, text in seen for secret in SECRETS if secret in text]
        checks.that(len(seen) > 8, f"Robert gets {len(seen)} answers")
        checks.none(traces, "and in none of them a trace of where Eline and the children are")


def everything_said(reader):
    """What the server says, head and body, at every address that this person reaches, with the addresses."""
    said = []
    for address in reader.crawl(every=True) + ["/access-log", "/families"]:
        for door in (address, address.partition("?")[0] + "/messages"):
            answer = reader.get(door)
            said.append((door, f"{answer.headers} {answer.text()}"))
    return said
