# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""All that reaches somebody: pages, live streams, what they find, take along and are mailed."""

import html
import http.client
import re
import sqlite3
import threading

# A token or a form's own name is another each time.
OWN_NAME = re.compile(r'(name="(?:csrf|form|token)[^"]*" value=")[^"]*|(value=")[^"]*(" name="(?:csrf|form|token)")')


def everything_said(reader, doors=()):
    """What the server says at every address that this person reaches by links, by address; without script or page."""
    waiting, said, months = ["/", "/today", "/families", *doors], {}, 0
    while waiting:
        address = waiting.pop(0)
        if address in said:
            continue
        months += "month=" in address
        if "month=" in address and months > 3:
            continue
        answer = reader.get(address)
        text = answer.text()
        said[address] = f"{answer.status} {answer.headers.get('location', '')} {OWN_NAME.sub('', text)}"
        for link in re.findall(r'href="(/[^"#]*)', text) + [answer.headers.get("location", "")]:
            if link.startswith("/") and not link.startswith(("/assets", "/account", "/demo", "/storybook")):
                waiting.append(html.unescape(link).partition("#")[0])
    return said


def differences(before, after, but=None):
    """What somebody could notice between two moments, in a few words each; `but` is a line that may have come."""
    if but:
        before, after = without(before, but), without(after, but)
    found = [f"new address {address}" for address in after.keys() - before.keys()]
    found += [f"gone address {address}" for address in before.keys() - after.keys()]
    for address in sorted(before.keys() & after.keys()):
        if before[address] != after[address]:
            old, new = before[address].splitlines(), after[address].splitlines()
            other = next((line for line in new if line not in old), "a line less")
            found.append(f"{address}: {other.strip()[:160]}")
    return found


def without(said, line):
    """The same pages without such lines, and without the addresses to which only these lead."""
    return {address: "\n".join(row for row in text.splitlines() if not re.search(line, row))
            for address, text in said.items() if "/access/questions/new" not in address}


class Stream(threading.Thread):
    """Listens to a live stream as somebody's browser would, and keeps what comes over it."""

    def __init__(self, reader, address):
        super().__init__(daemon=True)
        self.events, self.status = [], None
        cookies = "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in reader.context.cookies())
        self.connection = http.client.HTTPConnection(reader.base.removeprefix("http://"), timeout=60)
        self.connection.request("GET", address, headers={"Cookie": cookies, "Accept": "text/event-stream"})
        self.start()

    def run(self):
        try:
            answer = self.connection.getresponse()
            self.status = answer.status
            for line in answer:
                if line.startswith((b"data", b"event")):
                    self.events.append(line.decode().strip())
        except (OSError, ValueError, AttributeError, http.client.HTTPException):
            pass

    def close(self):
        self.connection.close()


def mail_that_waits(stage):
    """What lies in the outbox, whomever it is for."""
    with sqlite3.connect(stage.town.folder / "town.sqlite", timeout=10) as database:
        rows = database.execute("SELECT account, subject_kind, subject FROM outbox ORDER BY 1, 2, 3").fetchall()
    database.close()
    return set(rows)


def search(reader, family, words):
    """How many messages somebody finds by these words."""
    form = reader.get(family + "/search").text()
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))
    answer = reader.context.request.post(
        reader.base + family + "/search", form={**fields, "words": words}, headers={"Origin": reader.base})
    return answer.status, answer.text()


def taken_along(reader, conversation):
    """All that a copy of a conversation holds."""
    form = reader.get(conversation + "/copy")
    if form.status != 200:
        return form.status, ""
    part = form.text().partition('<form class="form"')[2]
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', part))
    answer = reader.context.request.post(
        reader.base + conversation + "/copy", form={**fields, "from": "2020-01-01", "until": "2099-12-31"},
        headers={"Origin": reader.base})
    return answer.status, answer.text()
