# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""The table at the end of a run."""

from dataclasses import dataclass


@dataclass
class Row:
    workload: str
    reach: str
    measured: str
    compared: str = ""
    reached: bool | None = None


def at_most(workload, value, limit, unit, compared="", digits=2):
    """A row that is good when its value is no larger than the limit."""
    return Row(workload, f"≤ {limit:g} {unit}".strip(), f"{value:.{digits}f} {unit}".strip(), compared, value <= limit)


def at_least(workload, value, limit, unit, compared="", digits=0):
    """A row that is good when its value is no smaller than the limit."""
    return Row(workload, f"≥ {limit:g} {unit}".strip(), f"{value:.{digits}f} {unit}".strip(), compared, value >= limit)


def show(rows):
    """Prints the rows as a Markdown table."""
    titles = ["", "workload", "reach", "measured", "compared with"]
    cells = [[mark(row), row.workload, row.reach, row.measured, row.compared] for row in rows]
    widths = [max(len(line[place]) for line in [titles] + cells) for place in range(len(titles))]
    for line in [titles, ["-" * width for width in widths]] + cells:
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths)) + " |", flush=True)


def mark(row):
    return {True: "ok", False: "SHORT", None: ""}[row.reached]
