# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""Messages that are posted through the form, on PostgreSQL, beside pgbench with the statements of the same messages."""

import contextlib
import json
import os
import re
import shlex
import shutil
import subprocess
import tempfile
import time

from . import load, town as towns
from .posting import MANY
from .report import Row, at_least
from .server import Server

POOL = 16
CONVERSATIONS = 60
"""As many are written to, by our side and by pgbench."""


def measure(bench):
    with cluster() as (folder, settings), tempfile.TemporaryDirectory(dir=bench.data) as data:
        url = f"postgres://postgres@/postgres?host={settings['host']}&port={settings['port']}"
        places = json.loads(towns.fill(data, towns.SMALL, "--database", url))
        paths = places["writing"][:CONVERSATIONS]
        with Server(towns.At(data, places), "--database", url) as server:
            cookie = server.sign_in("werker")
            token = server.token("/account", cookie)
            begun = log_size(folder)
            psql(settings, "ALTER SYSTEM SET log_statement = 'all'", "ALTER SYSTEM SET log_line_prefix = '@@%p '",
                 "SELECT pg_reload_conf()")
            time.sleep(0.5)
            load.posting(server, paths, cookie, token, 2, 1, warm_up=0)
            psql(settings, "ALTER SYSTEM RESET ALL", "SELECT pg_reload_conf()")
            time.sleep(0.5)
            clients = write_scripts(data, transactions(folder, begun))
            psql(settings, "VACUUM ANALYZE")
            ours, raw, undone = [], [], 0
            for _ in range(2):
                begun = log_size(folder)
                ours.append(load.posting(server, paths, cookie, token, bench.seconds, MANY))
                undone += conflicts(folder, begun)
                raw.append(pgbench(settings, clients, bench.seconds))
        share = 100 * sum(one.per_second for one in ours) / sum(raw)
        return [
            at_least("message posted on PostgreSQL, 64 connections", share, 50, "%",
                     f"{ours[-1].per_second:.0f} of {raw[-1]:.0f} a second, pgbench, {POOL} clients, SERIALIZABLE; "
                     f"{100 * undone / sum(one.answers for one in ours):.0f} % done again"),
            Row("the same, CPU of the server", "", f"{ours[-1].cpu_ms:.2f} ms", "PostgreSQL's own comes on top"),
        ]


@contextlib.contextmanager
def cluster():
    """A PostgreSQL of its own: its folder, and how to reach it."""
    told = subprocess.run(["Tests/postgres-cluster", "start"], check=True, stdout=subprocess.PIPE, text=True).stdout
    folder, line = told.strip().splitlines()
    address = shlex.split(line.partition("=")[2])[0]
    try:
        yield folder, dict(pair.split("=", 1) for pair in address.split())
    finally:
        subprocess.run(["Tests/postgres-cluster", "stop", folder], check=True)


def psql(settings, *statements):
    commands = [part for statement in statements for part in ("-c", statement)]
    subprocess.run([program("psql"), *reach(settings), "-qtA", *commands], check=True, stdout=subprocess.DEVNULL)


def conflicts(folder, begun):
    """How often the log tells since then that what was done at once could not all be kept."""
    with open(folder + "/log", encoding="utf-8") as file:
        file.seek(begun)
        return file.read().count("could not serialize access")


def reach(settings):
    return ["-h", settings["host"], "-p", settings["port"], "-U", settings["user"], settings["dbname"]]


def program(name):
    found = [f"/usr/lib/postgresql/{version}/bin/{name}" for version in sorted(os.listdir("/usr/lib/postgresql"))]
    return shutil.which(name) or found[-1]


def log_size(folder):
    return os.path.getsize(folder + "/log")


def transactions(folder, begun):
    """The statements of each message in the server's log, with their values, by conversation."""
    with open(folder + "/log", encoding="utf-8") as file:
        file.seek(begun)
        entries = re.split(r"^@@", file.read(), flags=re.MULTILINE)[1:]
    by_session, found = {}, {}
    for entry in entries:
        session, _, text = entry.partition(" ")
        text = text.replace("\n\t", "\n").strip()
        statement = re.match(r"LOG:  (?:execute [^:]+|statement): (.*)", text, re.DOTALL)
        values = re.match(r"DETAIL:  parameters: (.*)", text, re.DOTALL)
        statements = by_session.setdefault(session, [])
        if statement:
            statements.append([statement.group(1), []])
        elif values and statements:
            statements[-1][1] = re.findall(r"\$\d+ = (NULL|'(?:[^']|'')*')", values.group(1))
    for statements in by_session.values():
        transaction = []
        for text, values in statements:
            transaction.append((text, values))
            if text in ("COMMIT", "ROLLBACK"):
                message = next((values for text, values in transaction if text.startswith("INSERT INTO message")), None)
                if message:
                    found[message[1]] = (message[0], transaction)
                transaction = []
    if not found:
        raise SystemExit("No message was found in PostgreSQL's log.")
    return list(found.values())


NEW = "CAST(gen_random_uuid() AS TEXT)"
FRESH = {
    "SELECT outcome FROM submission": {1: NEW},
    "INSERT INTO submission": {1: NEW},
    "INSERT INTO message": {2: ":message_last_number", 3: NEW},
    "UPDATE participant": {0: ":message_last_number", 5: ":message_last_number"},
    "INSERT INTO access_record": {1: ":access_number"},
    "INSERT INTO journal": {1: ":journal_number"},
}
"""What differs from message to message, by statement and place of the value."""


def write_scripts(data, found):
    """A pgbench script for each conversation: one message, as the server writes it; dealt out to the clients.

    All conversations of one family go to one client, as messages in one dossier can't be written at once: pgbench
    would do most of them in vain, and again.
    """
    by_family = {}
    for number, (family, transaction) in enumerate(found):
        path = os.path.join(data, f"message-{number}.sql")
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(line(text, values) for text, values in transaction) + "\n")
        by_family.setdefault(family, []).append(path)
    clients = [[] for _ in range(POOL)]
    for paths in sorted(by_family.values(), key=len, reverse=True):
        min(clients, key=len).extend(paths)
    return [paths for paths in clients if paths]


def line(text, values):
    fresh = next((places for start, places in FRESH.items() if text.startswith(start)), {})
    log = "access" if any(value.startswith("'access") for value in values) else "journal"
    if text.startswith("UPDATE chain"):
        fresh = {0: f":{log}_number", 4: f":{log}_number - 1"}

    def value(match):
        place = int(match.group(1)) - 1
        return fresh.get(place) or literal(values[place])

    text = " ".join(re.sub(r"\$(\d+)", value, text).split())
    if text.startswith("UPDATE conversation"):
        return text + " \\gset message_"
    if text.startswith("SELECT number + 1 AS number, link FROM chain"):
        return text + f" \\gset {log}_"
    return text + ";"


def literal(value):
    """A value as the log shows it, for a statement: bytes as such, a moment as a number, and no colon that pgbench
    would take for a variable."""
    if value.startswith("'\\x"):
        return f"decode('{value[3:-1]}', 'hex')"
    if re.fullmatch(r"'-?\d+'", value):
        return value[1:-1]
    return value.replace(":", "'||chr(58)||'") if ":" in value else value


def pgbench(settings, clients, seconds):
    """Transactions a second of all clients together."""
    running = []
    for scripts in clients:
        files = [part for path in scripts for part in ("-f", path)]
        command = [program("pgbench"), *reach(settings)[:-1], "-n", "-M", "prepared", "-c", "1", "-j", "1",
                   "--max-tries", "1000", "-T", str(max(1, round(seconds))), *files, settings["dbname"]]
        running.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
    told = [process.communicate()[0] for process in running]
    if any(process.returncode for process in running):
        raise SystemExit("pgbench failed.")
    return sum(float(re.search(r"tps = ([\d.]+)", text).group(1)) for text in told)
