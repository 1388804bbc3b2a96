# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The invented town, served by the built program on a free port, in a folder of its own."""

import datetime
import os
import shutil
import socket
import sqlite3
import subprocess
import tempfile
import threading
import time
import zoneinfo
from pathlib import Path

from letters import Letters

PROGRAM = os.environ.get("RONDOM", ".build/debug/rondom")


# With whose help a program sees another time than it is.
FAKETIME = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"


class Town:
    def __init__(self, families=8, days_ahead=0):
        self.families = families
        # How far the clock of the server runs ahead of ours, from its next start on.
        self.days_ahead = days_ahead
        # Birthdays of the town count from the day it was filled, in Dutch time, wherever the machine stands.
        self.today = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Amsterdam")).date()
        self.folder = Path(tempfile.mkdtemp(prefix="rondom-"))
        self.port = free_port()
        self.base = f"http://localhost:{self.port}"
        self.server = None
        self.letters = None

    def __enter__(self):
        self.letters = Letters(self.folder)
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()
        self.letters.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self):
        """Serves the town, and fills it the first time; returns when it answers."""
        self.log = open(self.folder / "log", "a")
        # faketime adds to the environment, after which a Swift program does not find its arguments; so let `env` be what it
        # adds to, and become the program.
        ahead = {"LD_PRELOAD": FAKETIME, "FAKETIME": f"+{self.days_ahead}d", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
        under = ["env"] if self.days_ahead else []
        self.server = subprocess.Popen(
            [*under, PROGRAM, "demo", "--data", str(self.folder), "--port", str(self.port), "--families",
             str(self.families), *self.letters.options],
            stdout=subprocess.PIPE, stderr=self.log, text=True,
            env={**os.environ, **(ahead if self.days_ahead else {})})
        overdue = threading.Timer(120, self.server.kill)
        overdue.start()
        for line in self.server.stdout:
            if "Rondom runs on" in line:
                break
        overdue.cancel()
        if self.server.poll() is not None:
            raise SystemExit(f"The town was not served:\n{(self.folder / 'log').read_text()}")

    def run_ahead(self, days):
        """The same town so many days after it was filled."""
        self.stop()
        self.days_ahead = days
        self.start()

    def expire_sessions(self):
        """All sessions ran out a minute ago, as if their readers had been away too long."""
        ended = int((time.time() - 60) * 1000)
        with sqlite3.connect(self.folder / "town.sqlite", timeout=10) as database:
            database.execute("UPDATE session SET started = started - 999999999, ends = ?", (ended,))
        database.close()

    def begin_meetings(self):
        """All meetings that are to come begin a minute ago."""
        began = int((time.time() - 60) * 1000)
        with sqlite3.connect(self.folder / "town.sqlite", timeout=10) as database:
            database.execute(
                "UPDATE meeting SET starts_at = ?, ends_at = ? WHERE state = 'planned' AND starts_at > ?",
                (began, began + 3_600_000, began))
            database.execute("UPDATE meeting_time SET starts_at = ? WHERE starts_at > ?", (began, began))
        database.close()

    def stop(self):
        """Asks the server to stop, as an administrator would, and says how it ended."""
        self.server.terminate()
        try:
            return self.server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.server.kill()
            self.server.wait()
            return None
        finally:
            self.server.stdout.close()
            self.log.close()


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
