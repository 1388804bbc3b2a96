# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""The statements that the server sends to SQLite for a message, written down and carried out again by a bare loop."""

import os
import re
import shutil
import subprocess

from . import load
from .server import Server

HERE = os.path.dirname(os.path.abspath(__file__))


def built(folder):
    """Compiles the recorder and the loop; tells where they are."""
    compiler = os.path.join(os.path.dirname(shutil.which("swift")), "clang")
    recorder, loop = os.path.join(folder, "record.so"), os.path.join(folder, "replay")
    subprocess.run([compiler, "-O2", "-shared", "-fPIC", f"{HERE}/record.c", "-o", recorder, "-lsqlite3"], check=True)
    subprocess.run([compiler, "-O2", f"{HERE}/replay.c", "-o", loop, "-lsqlite3"], check=True)
    return os.path.abspath(recorder), loop


def record(town, recorder, seconds):
    """Posts messages one by one to a copy of a town and writes down what SQLite was told; tells the script's path."""
    copy = town.copy()
    told = os.path.join(copy.folder, "record")
    try:
        environment = {"LD_PRELOAD": recorder, "RONDOM_RECORD": told}
        with Server(copy, environment=environment) as server:
            cookie = server.sign_in("werker")
            token = server.token("/account", cookie)
            load.posting(server, copy.places["writing"], cookie, token, seconds, 1, warm_up=0)
        script = os.path.join(os.path.dirname(recorder), "script")
        with open(script, "w", encoding="utf-8") as file:
            file.write(script_of(messages(told)))
        return script
    finally:
        shutil.rmtree(copy.folder)


def messages(record_path):
    """The statements of each transaction that wrote a message, as (text, the same with its values)."""
    found, transactions = [], {}
    with open(record_path, encoding="ascii") as file:
        for line in file:
            connection, text, expanded = line.rstrip("\n").split("\t")
            text, expanded = bytes.fromhex(text).decode(), bytes.fromhex(expanded).decode()
            if text == "BEGIN IMMEDIATE":
                transactions[connection] = []
            elif text == "COMMIT" and connection in transactions:
                transaction = transactions.pop(connection)
                if any("INSERT INTO message" in text for text, _ in transaction):
                    found.append(transaction)
            elif connection in transactions:
                transactions[connection].append((text, expanded))
    if not found:
        raise SystemExit("No message was written down.")
    return found


def script_of(found):
    """The script that `replay` carries out."""
    numbers, lines = {}, []
    for transaction in found:
        lines.append("M")
        for text, expanded in transaction:
            lines.append(f"S {numbers.setdefault(text, len(numbers))}")
            lines += [binding(value) for value in values(text, expanded)]
            lines.append("X")
    prepared = [f"P {text.encode().hex()}" for text in numbers]
    return "\n".join(prepared + lines) + "\n"


VALUE = re.compile(r"NULL|-?\d+|x'[0-9a-fA-F]*'|'(?:[^']|'')*'")


def values(text, expanded):
    """What stands in the statement where its placeholders were, in the order of their numbers."""
    found, at, place = {}, 0, 0
    for placeholder in re.finditer(r"\$(\d+)", text):
        place += placeholder.start() - at
        value = VALUE.match(expanded, place)
        found[int(placeholder.group(1))] = value.group()
        place, at = value.end(), placeholder.end()
    return [found[number] for number in sorted(found)]


def binding(value):
    if value == "NULL":
        return "N"
    if value.startswith("x'"):
        return f"B {value[2:-1]}"
    if value.startswith("'"):
        return "T " + value[1:-1].replace("''", "'").encode().hex()
    return f"I {value}"


def again(town, loop, script, group, under=()):
    """Messages a second, carried out on a fresh copy of the town."""
    copy = town.copy()
    try:
        told = subprocess.run([*under, loop, f"{copy.folder}/town.sqlite", script, str(group)], check=True,
                              stdout=subprocess.PIPE, text=True).stdout.split()
        return int(told[0]) / float(told[1])
    finally:
        shutil.rmtree(copy.folder)
