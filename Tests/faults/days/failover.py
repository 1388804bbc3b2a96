# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""PostgreSQL fails over to a synchronous standby while people write."""

import asyncio
import time

from cluster import Cluster, town_cluster
from installation import expect_whole
from writers import Writers


async def pass_through(yard, outcome, is_quick):
    first, keys = town_cluster(yard, "first")
    second = Cluster(yard, "second", is_empty=True)
    second.follow(first, "second")
    first.set("synchronous_standby_names = 'second'")
    first.reload()
    in_step = first.await_("SELECT sync_state FROM pg_stat_replication", [("sync",)])
    outcome.expect(in_step, "the standby is synchronous", first.ask("SELECT sync_state FROM pg_stat_replication"))
    both = f"postgres://postgres@127.0.0.1:{first.port},127.0.0.1:{second.port}/postgres"
    server = yard.server(keys, database=both)
    outcome.expect(await server.start(), "it serves", server.said)
    writers = Writers(server, 32, name="over", retry=True, patience=60)
    await writers.sign_in()
    writers.begin()
    await writers.until_kept(200)
    before, begun = len(writers.kept), time.monotonic()
    await asyncio.to_thread(first.stop)
    # The new first has nobody yet to wait for.
    second.set("synchronous_standby_names = ''")
    await asyncio.to_thread(second.promote)
    await asyncio.to_thread(second.reload)
    outcome.did(f"the first crashes after {before} acknowledged messages; the second takes over")
    outcome.expect(await writers.until_kept(before + 32, 60), "people go on writing")
    around = [at for at in writers.answered_at if at > begun - 5]
    gap = max((late - early for early, late in zip(around, around[1:])), default=float("inf"))
    outcome.expect(gap < 30, "within 30 seconds", gap)
    outcome.did(f"for {gap:.1f} s nobody was answered")
    await writers.until_kept(before + 150, 60)
    await writers.stop()
    outcome.expect(not writers.strange and not writers.unanswered, "everybody got an answer: done, or 503",
                   writers.strange[:2] or list(writers.unanswered)[:2])
    await writers.resend(outcome)
    await writers.expect_kept(outcome)
    outcome.expect(server.is_running, "it is the same process", server.said[-300:])
    writers.close()
    outcome.expect(await server.stop() == 0, "it stops when told", server.said[-300:])
    expect_whole(yard, keys, outcome, both, second.ask)
