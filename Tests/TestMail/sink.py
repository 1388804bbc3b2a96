#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""A mail server that keeps what it is given, and is as strict or as moody as a test wants.

    sink.py FOLDER starttls|tls|plain [USER:PASSWORD] [--port PORT]

Says its port on the first line, once certificates lie in FOLDER: ca.pem, and other.pem of a stranger. Each mail becomes
a line of JSON in FOLDER/mails. Ends when its standard input does.

Moods, by the first part of the receiver's address:
    later…      451 the first time it is named, then as usual
    busy…       451 always, once the whole letter was read
    refused…    550 when it is named
    spam…       554 once the whole letter was read
    slow…       the letter is kept, and the answer comes three seconds after
and of a sender: nobody… is refused with 550.
"""

import asyncio
import json
import os
import ssl
import subprocess
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


def certificates(folder):
    """An authority, a server's certificate from it, and a stranger's authority."""
    def openssl(*words):
        subprocess.run(["openssl", *words], check=True, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    for name in ("ca", "other"):
        openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                "-subj", f"/CN=Test {name}", "-keyout", f"{name}.key", "-out", f"{name}.pem")
    openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=localhost",
            "-keyout", "server.key", "-out", "server.csr")
    with open(os.path.join(folder, "names"), "w") as names:
        names.write("subjectAltName=DNS:localhost\n")
    openssl("x509", "-req", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2",
            "-extfile", "names", "-out", "server.pem")


class Sink:
    def __init__(self, folder):
        self.folder = folder
        self.named = set()

    async def handle_MAIL(self, server, session, envelope, address, options):
        if address.startswith("nobody"):
            return "550 5.7.1 We don't know you"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refused"):
            return "550 5.1.1 No such person"
        if address.startswith("later") and address not in self.named:
            self.named.add(address)
            return "451 4.3.0 Come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        address = envelope.rcpt_tos[0]
        if address.startswith("busy"):
            return "451 4.3.0 Come back later"
        if address.startswith("spam"):
            return "554 5.7.1 We don't like it"
        mail = {"from": envelope.mail_from, "to": envelope.rcpt_tos, "data": envelope.content.decode("utf-8"),
                "tls": session.ssl is not None, "user": getattr(session.auth_data, "login", b"").decode("utf-8"),
                "options": envelope.mail_options}
        with open(os.path.join(self.folder, "mails"), "a", encoding="utf-8") as mails:
            mails.write(json.dumps(mail) + "\n")
        if address.startswith("slow"):
            await asyncio.sleep(3)
        return "250 OK"


async def main():
    arguments = sys.argv[1:]
    port = int(arguments.pop(arguments.index("--port") + 1)) if "--port" in arguments else 0
    folder, line, login = arguments[0], arguments[1], arguments[2] if len(arguments) > 2 and ":" in arguments[2] else None
    if not os.path.exists(os.path.join(folder, "server.pem")):
        certificates(folder)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(os.path.join(folder, "server.pem"), os.path.join(folder, "server.key"))
    sink = Sink(folder)

    def let_in(server, session, envelope, mechanism, data):
        known = isinstance(data, LoginPassword) and f"{data.login.decode()}:{data.password.decode()}" == login
        return AuthResult(success=known, handled=known, auth_data=data)

    def answer():
        return SMTP(sink, tls_context=tls if line == "starttls" else None, require_starttls=line == "starttls",
                    auth_required=login is not None, auth_require_tls=line == "starttls", authenticator=let_in,
                    enable_SMTPUTF8=True, decode_data=False)

    loop = asyncio.get_running_loop()
    server = await loop.create_server(answer, "127.0.0.1", port, ssl=tls if line == "tls" else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    os._exit(0)


asyncio.run(main())
