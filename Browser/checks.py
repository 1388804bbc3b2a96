# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is checked: one line for each, and the count at the end."""


class Checks:
    def __init__(self):
        self.passed = 0
        self.failed = 0

    def that(self, holds, name, detail=""):
        """Counts and prints one check; the detail says what was found instead."""
        if holds:
            self.passed += 1
            print(f"  ok    {name}", flush=True)
        else:
            self.failed += 1
            print(f"  FAIL  {name}{': ' if detail else ''}{detail}", flush=True)
        return bool(holds)

    def none(self, found, name):
        """Nothing of the kind was found."""
        found = list(found)
        return self.that(not found, name, "; ".join(str(item) for item in found[:8]))
