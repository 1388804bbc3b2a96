# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""Load from wrk, and what it cost the server."""

import os
import re
import subprocess
import tempfile
from dataclasses import dataclass

SCRIPT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "post.lua")


@dataclass
class Load:
    """What a run of load did, and what it cost."""

    answers: int
    seconds: float
    cpu: float

    @property
    def cpu_ms(self):
        """CPU milliseconds of the server for one answer."""
        return self.cpu * 1_000 / self.answers

    @property
    def per_second(self):
        return self.answers / self.seconds


def reading(server, path, cookie, seconds, connections=8):
    """GETs of one page, after a warm-up."""
    command = ["wrk", "-t1", f"-c{connections}", "-H", "Accept-Language: nl", "-H", f"Cookie: {cookie}",
               server.address + path]
    wrk(command, min(1, seconds))
    return measured(server, command, seconds)


def posting(server, paths, cookie, token, seconds, connections, warm_up=1):
    """Forms with a message each, sent to some conversations in turn; each with a number of its own."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as told:
        told.write("\n".join([cookie, token, *paths]))
        told.flush()
        command = ["wrk", "-t1", f"-c{connections}", "-s", SCRIPT, server.address, "--", told.name]
        if warm_up:
            wrk(command, warm_up)
        return measured(server, command, seconds)


def measured(server, command, seconds):
    before = server.cpu()
    answers, taken = wrk(command, seconds)
    return Load(answers, taken, server.cpu() - before)


def wrk(command, seconds):
    """Runs wrk, and tells the number of answers and the seconds they took."""
    command = [command[0], f"-d{max(1, round(seconds))}s", "--timeout", "30s", *command[1:]]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    if "Non-2xx" in told or "Socket errors" in told:
        raise SystemExit("Not every request was answered well:\n" + told)
    answers, seconds, unit = re.search(r"(\d+) requests in ([\d.]+)(ms|s|m)", told).groups()
    return int(answers), float(seconds) * {"ms": 0.001, "s": 1, "m": 60}[unit]
