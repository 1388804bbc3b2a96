# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was done and what came of it, counted."""

import time


class Outcome:
    """Prints each act and each expectation of a bad day, and counts them."""

    def __init__(self):
        self.passed = 0
        self.failed = 0
        self.failures = []
        self._day = ""
        self._begun = time.monotonic()

    def day(self, name):
        self._day = name
        print(f"\n== {name}", flush=True)

    def did(self, act):
        print(f"   {time.monotonic() - self._begun:6.1f} s  {act}", flush=True)

    def expect(self, held, what, detail=""):
        """One expectation; `detail` is shown when it did not hold."""
        if held:
            self.passed += 1
            print(f"             ok  {what}", flush=True)
        else:
            self.failed += 1
            self.failures.append(f"{self._day}: {what}")
            print(f"         FAILED  {what}{': ' + str(detail) if detail != '' else ''}", flush=True)
        return held

    def finish(self):
        """The exit code."""
        for failure in self.failures:
            print(f"FAILED  {failure}")
        print(f"\n{self.passed} passed, {self.failed} failed", flush=True)
        return 1 if self.failed else 0
