# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading in messages of other systems: how many a second beside a bare parser, and whether memory stays flat."""

import os
import shutil
import sqlite3
import subprocess
import tempfile
import time
import xml.sax

from . import town
from .report import Row, at_most

CODE = "90012345"
SPACE = "http://www.istandaarden.nl/ijw/3_2"


def measure(bench):
    # What is remembered, keys and pages, is full by then: with less, the larger import fills what the smaller left empty.
    many = round(2_000 * bench.seconds)
    (rate, once, bare), (_, twice, _) = run(bench, many), run(bench, 2 * many)
    return [
        Row(f"import of {many} messages", "", f"{rate:.0f} a second", f"parsed only, by expat: {bare:.0f} a second"),
        at_most("memory of an import, twice as many messages", twice / once, 1.25, "", f"{once:.0f}; {twice:.0f} MB"),
    ]


def run(bench, count):
    """Messages a second of CPU, the most memory in MB, and the rate of a bare parser, turn by turn over one folder."""
    copy = bench.small().copy()
    folder = tempfile.mkdtemp(prefix="messages-", dir=bench.data)
    try:
        provider = provide(copy)
        for number in range(count // 2):
            write(folder, f"a{number}", assigned(number))
            write(folder, f"s{number}", started(number))
        bare = parse(folder)
        command = [town.PROGRAM, "import", "ijw", "--organisation", provider, "--database",
                   f"sqlite:{copy.folder}/town.sqlite", "--keys", f"sqlite:{copy.folder}/town.keys", folder]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, code, used = os.wait4(process.pid, 0)
        if code != 0:
            raise SystemExit(f"The import ended with {code}.")
        seconds = used.ru_utime + used.ru_stime
        return count / seconds, used.ru_maxrss / 1_024, bare
    finally:
        shutil.rmtree(copy.folder)
        shutil.rmtree(folder)


def provide(copy):
    """A provider of the town that is known by a code; gives its identifier."""
    with sqlite3.connect(f"{copy.folder}/town.sqlite") as database:
        provider, = database.execute("SELECT id FROM organisation WHERE kind = 'careProvider' ORDER BY id").fetchone()
        database.execute("DELETE FROM provider_code")
        database.execute("INSERT INTO provider_code (code, organisation) VALUES (?, ?)", (CODE, provider))
    return provider


def parse(folder):
    begun = time.process_time()
    names = os.listdir(folder)
    for name in names:
        xml.sax.parse(f"{folder}/{name}", xml.sax.ContentHandler())
    return len(names) / (time.process_time() - begun)


def write(folder, name, text):
    with open(f"{folder}/{name}.xml", "w", encoding="utf-8") as file:
        file.write(text)


def assigned(number):
    return message("jw301", "436", "0344", CODE, f"a{number}", "ToegewezenProduct", f"""
        <m:ToewijzingNummer>{number}</m:ToewijzingNummer>
        <m:Product><ijw:Categorie>45</ijw:Categorie><ijw:Code>45A04</ijw:Code></m:Product>
        <m:Toewijzingsdatum>2026-01-05</m:Toewijzingsdatum><m:Toewijzingstijd>10:00:00</m:Toewijzingstijd>
        <m:Ingangsdatum>2026-01-12</m:Ingangsdatum>""")


def started(number):
    return message("jw305", "438", CODE, "0344", f"s{number}", "StartProduct", f"""
        <m:ToewijzingNummer>{number}</m:ToewijzingNummer>
        <m:Product><ijw:Categorie>45</ijw:Categorie><ijw:Code>45A04</ijw:Code></m:Product>
        <m:ToewijzingIngangsdatum>2026-01-12</m:ToewijzingIngangsdatum>
        <m:Begindatum>2026-02-{number % 28 + 1:02}</m:Begindatum><m:StatusAanlevering>1</m:StatusAanlevering>""")


def message(kind, code, sender, receiver, identification, product, content):
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<m:Bericht xmlns:ijw="{SPACE}/basisschema/schema" xmlns:m="{SPACE}/{kind}/schema"><m:Header>
<m:BerichtCode>{code}</m:BerichtCode><m:Afzender>{sender}</m:Afzender><m:Ontvanger>{receiver}</m:Ontvanger>
<m:BerichtIdentificatie><ijw:Identificatie>{identification}</ijw:Identificatie>
<ijw:Dagtekening>2026-01-05</ijw:Dagtekening></m:BerichtIdentificatie></m:Header>
<m:Client><m:Bsn>999990019</m:Bsn><m:Geboortedatum><ijw:Datum>2012-05-03</ijw:Datum></m:Geboortedatum>
<m:Naam><ijw:Geslachtsnaam><ijw:Achternaam>Zandstra</ijw:Achternaam></ijw:Geslachtsnaam>
<ijw:Voornamen>Imre</ijw:Voornamen></m:Naam>
<m:{product}en><m:{product}>{content}</m:{product}></m:{product}en></m:Client></m:Bericht>"""
