# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""Connections to PostgreSQL are cut during COMMIT."""

from cluster import town_cluster
from installation import expect_whole
from proxy import Proxy
from writers import Writers


async def pass_through(yard, outcome, is_quick):
    cluster, keys = town_cluster(yard, "cut")
    proxy = Proxy(cluster.port)
    await proxy.open()
    server = yard.server(keys, database=f"postgres://postgres@127.0.0.1:{proxy.port}/postgres")
    outcome.expect(await server.start(), "it serves", server.said)
    writers = Writers(server, 32, name="cut", retry=True, patience=60)
    await writers.sign_in()
    proxy.every = 7
    writers.begin()
    outcome.expect(await writers.until_kept(600, 120), "people go on writing", len(writers.kept))
    proxy.every = 0
    await writers.stop()
    outcome.did(f"COMMIT cut {proxy.cuts['before']} times before it arrived, {proxy.cuts['under way']} times under way, "
                f"{proxy.cuts['answered']} times when it was answered; {len(writers.kept)} messages acknowledged")
    outcome.expect(min(proxy.cuts.values()) > 5, "each kind of cut happened", proxy.cuts)
    outcome.expect(not writers.strange and not writers.unanswered, "everybody got an answer: done, or 503",
                   writers.strange[:2] or list(writers.unanswered)[:2])
    await writers.resend(outcome)
    found = await writers.expect_kept(outcome)
    there = [text for _, text in found if text.startswith("cut.")]
    outcome.expect(len(there) == len(writers.kept), "and nothing else is there", (len(there), len(writers.kept)))
    writers.close()
    outcome.expect(await server.stop() == 0, "it stops when told", server.said[-300:])
    await proxy.close()
    expect_whole(yard, keys, outcome, cluster.address, cluster.ask)
