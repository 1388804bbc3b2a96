# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""The towns that are measured: filled once, kept, and copied before anything is written to them."""

import json
import os
import shutil
import subprocess
import sys
import tempfile

PROGRAM = ".build/release/rondom"
FILLER = ".build/release/BenchmarkTown"
SMALL = 200


class Bench:
    """What all workloads share: where the towns are, and how long to measure."""

    def __init__(self, data, families, seconds):
        self.data = data
        self.families = families
        self.seconds = seconds

    def small(self):
        return self.town(SMALL)

    def large(self):
        return self.town(self.families)

    def town(self, families):
        """The town of so many families, filled when it is not there, or of an older schema."""
        folder = os.path.join(self.data, f"town-{families}")
        if not os.path.exists(folder + "/places.json") or schema() != read(folder + "/schema"):
            shutil.rmtree(folder, ignore_errors=True)
            print(f"   filling a town of {families} families", file=sys.stderr, flush=True)
            places = fill(folder, families)
            write(folder + "/schema", schema())
            write(folder + "/places.json", places)
        return Town(folder)


class At:
    """A filled town: the folder with its keys, and where in it the workloads are."""

    def __init__(self, folder, places):
        self.folder = folder
        self.places = places


class Town(At):
    """A filled town with all it needs in one folder."""

    def __init__(self, folder):
        super().__init__(folder, json.loads(read(folder + "/places.json")))

    def copy(self):
        """A copy to write to; throw it away with `shutil.rmtree`."""
        folder = tempfile.mkdtemp(prefix="copy-", dir=os.path.dirname(self.folder))
        for name in os.listdir(self.folder):
            shutil.copy2(os.path.join(self.folder, name), folder)
        return Town(folder)


def fill(folder, families, *more):
    """Fills a town and tells its places, as JSON."""
    command = [FILLER, "--data", folder, "--families", str(families), *more]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def schema():
    """What the towns on disk must fit: the statements of all steps of the schema, and the town as it is told."""
    found = []
    for top in ["Sources", "Tests/Town", "Benchmarks/Town"]:
        for folder, _, names in os.walk(top):
            found += [os.path.join(folder, name) for name in names if top != "Sources" or name.startswith("Migration0")]
    return "\n".join(read(path) for path in sorted(found))


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
