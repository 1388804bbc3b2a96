# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The ways in which a journey is walked, and the table of which journey was walked how."""

from collections import defaultdict
from typing import NamedTuple

from reader import DESK, NARROW


class Way(NamedTuple):
    """How somebody goes: on what screen, in which language, with or without script, by touch or by keys alone."""

    name: str
    size: dict
    language: str
    script: bool
    keys: bool

    def word(self, dutch, english):
        return dutch if self.language == "nl-NL" else english

    @property
    def modes(self):
        """What this way shows of a page, besides that axe finds nothing."""
        return [
            "Dutch" if self.language == "nl-NL" else "English",
            *(["320 px"] if self.size == NARROW else []),
            *(["no script"] if not self.script else []),
            *(["keyboard"] if self.keys else []),
        ]


# Together they hold every mode once; each journey is walked in both.
NARROW_WITHOUT_SCRIPT = Way("in Dutch at 320 pixels without script", NARROW, "nl-NL", False, False)
BY_KEYS = Way("in English by keys alone", DESK, "en-GB", True, True)
WAYS = [NARROW_WITHOUT_SCRIPT, BY_KEYS]

MODES = ["axe", "keyboard", "320 px", "no script", "Dutch", "English"]


class Table:
    """How many pages of each journey were looked at in each mode."""

    def __init__(self):
        self.pages = {}

    def begin(self, journey):
        self.journey = journey
        self.pages[journey] = defaultdict(int)

    @property
    def count(self):
        return self.pages[self.journey]["axe"]

    def saw(self, way):
        for mode in ["axe", *way.modes]:
            self.pages[self.journey][mode] += 1

    def show(self, checks):
        """Prints the table; a journey that was never walked in some mode is a fault."""
        if not self.pages:
            return
        longest = max(map(len, self.pages))
        print(f"\n{'pages looked at'.ljust(longest)}  " + "  ".join(mode.rjust(9) for mode in MODES))
        for journey, seen in self.pages.items():
            print(journey.ljust(longest) + "  " + "  ".join(str(seen[mode]).rjust(9) for mode in MODES))
        missing = [f"{journey}: {mode}" for journey, seen in self.pages.items() for mode in MODES if not seen[mode]]
        checks.none(missing, "every journey was walked in every mode")
