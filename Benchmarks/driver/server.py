# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""A running server: started on a town, asked as a browser does, watched from outside."""

import html
import http.client
import os
import re
import signal
import socket
import subprocess
import time
import urllib.parse

from . import town

TICKS = os.sysconf("SC_CLK_TCK")


class Server:
    """`with Server(town) as server:` serves a town on a free port."""

    def __init__(self, served, *more, under=(), environment=None):
        self.port = free_port()
        command = [*under, town.PROGRAM, "demo", "--data", served.folder, "--port", str(self.port), *more]
        begun = time.monotonic()
        self.process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, env={**os.environ, **(environment or {})})
        self.wait_until_it_answers()
        self.seconds_to_first_answer = time.monotonic() - begun
        self.pid = self.process.pid if not under else child_of(self.process.pid)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            os.kill(self.pid, signal.SIGTERM)
            self.process.wait(30)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def wait_until_it_answers(self):
        for _ in range(6_000):
            if self.process.poll() is not None:
                raise SystemExit("The server did not start.")
            try:
                if self.ask("/demo")[0] == 200:
                    return
            except OSError:
                time.sleep(0.005)
        raise SystemExit("The server did not answer within half a minute.")

    def ask(self, path, cookie=None, form=None):
        """Status, headers and body of one answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Accept-Language": "nl"}
        if cookie:
            headers["Cookie"] = cookie
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        body = urllib.parse.urlencode(form) if form is not None else None
        connection.request("GET" if form is None else "POST", path, body, headers)
        answer = connection.getresponse()
        found = answer.status, answer.headers, answer.read().decode()
        connection.close()
        return found

    def sign_in(self, slug):
        """The cookie of a new session."""
        status, headers, _ = self.ask("/demo/sessions", form={"person": slug})
        if status != 303:
            raise SystemExit(f"Signing in as {slug} was answered with {status}.")
        return headers["Set-Cookie"].split(";")[0]

    def page(self, path, cookie):
        status, _, body = self.ask(path, cookie)
        if status != 200:
            raise SystemExit(f"{path} was answered with {status}.")
        return body

    def token(self, path, cookie):
        """The form token on a page."""
        return html.unescape(re.search(r'name="token" value="([^"]+)"', self.page(path, cookie)).group(1))

    def cpu(self):
        """CPU seconds used so far, in user and kernel."""
        with open(f"/proc/{self.pid}/stat", encoding="utf-8") as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def rest(self):
        """Waits until the server did what it does once at its start: heads are copied, promises are chased."""
        idle, last = 0, self.cpu()
        while idle < 4:
            time.sleep(0.25)
            now = self.cpu()
            idle, last = idle + 1 if now - last < 0.02 else 0, now

    def memory(self, what="VmRSS"):
        """Resident memory in MB; `VmHWM` is the most it ever was."""
        with open(f"/proc/{self.pid}/status", encoding="utf-8") as file:
            return int(re.search(rf"{what}:\s+(\d+)", file.read()).group(1)) / 1024


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def child_of(pid):
    with open(f"/proc/{pid}/task/{pid}/children", encoding="utf-8") as file:
        return int(file.read().split()[0])
