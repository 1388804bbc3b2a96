# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""The mail server of the invented town: it keeps every letter, and delivers none."""

import json
import re
import subprocess
import sys
import time
from pathlib import Path

SINK = Path(__file__).parent.parent / "Tests/TestMail/sink.py"


class Letters:
    def __init__(self, folder):
        self.file = folder / "mails"
        self.server = subprocess.Popen(
            [sys.executable, str(SINK), str(folder), "plain"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        port = self.server.stdout.readline().strip()
        self.options = ["--mail", f"smtp://127.0.0.1:{port}", "--mail-from", "post@rondom.example", "--mail-without-tls"]

    def stop(self):
        self.server.stdin.close()
        self.server.wait(timeout=10)
        self.server.stdout.close()

    def to(self, address):
        """The letters to somebody, the oldest first."""
        if not self.file.exists():
            return []
        return [mail for mail in map(json.loads, self.file.read_text().splitlines()) if mail["to"] == [address]]

    def code(self, address):
        """The code in the latest letter to somebody; waits until it is there."""
        for _ in range(120):
            codes = [code for mail in self.to(address) for code in re.findall(r" (\d{6})\.", mail["data"])]
            if codes:
                return codes[-1]
            time.sleep(0.25)
        raise AssertionError(f"no code came to {address}: {self.to(address)}")
