# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who does not belong to a family finds nothing of it."""

import uuid

from reader import Reader
from traces import everything_said

TITLE = "Nobody else gets in"

STRANGERS = {
    "thijs": "a stranger", "bart": "a teacher of another child", "eline": "a mother of another family",
    "annelies": "a manager", "ravi": "an administrator", "geert-jan": "the privacy officer",
}

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


def family_addresses(reader):
    """Every address about a family that this person reaches, and those that its pages ask for by themselves."""
    found = []
    for address, said in everything_said(reader).items():
        # Every professional may start a family.
        if not address.startswith("/families/") or address.startswith("/families/new") or not said.startswith("200"):
            continue
        found.append(address)
        if "/conversations/" in address and address.count("/") == 4 and not address.endswith("/new") and "?" not in address:
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
