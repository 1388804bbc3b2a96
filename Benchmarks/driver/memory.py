# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""How soon the server answers, and how much memory it takes: idle and under load."""

import shutil
import time

from . import load, posting
from .report import at_most
from .server import Server

def measure(bench):
    copy = bench.small().copy()
    try:
        starts = []
        for _ in range(5):
            with Server(copy) as server:
                starts.append(server.seconds_to_first_answer)
                time.sleep(1)
                idle = server.memory()
        return [
            at_most("exec to first 200, a page from the database", sorted(starts)[2], 0.5, "s", "django-helpdesk 2.8 s"),
            at_most("memory, idle", idle, 60, "MB", "django-helpdesk 133 MB; an empty Hummingbird 43 MB", 0),
            under_load(bench, copy),
        ]
    finally:
        shutil.rmtree(copy.folder)


def under_load(bench, town):
    with Server(town) as server:
        cookie = server.sign_in("moeder")
        for path in [town.places["circle"], town.places["conversation"]]:
            load.reading(server, path, cookie, bench.seconds, connections=64)
        posting.post(server, town, bench.seconds, 64)
        return at_most("memory, the most under load of 64 connections", server.memory("VmHWM"), 120, "MB", "", 0)
