# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""The process is killed while 64 people write."""

from installation import expect_whole
from writers import Writers

QUICK = True


async def pass_through(yard, outcome, is_quick):
    data = yard.copy_of_town("killed")
    server = yard.server(data)
    outcome.expect(await server.start(), "it serves", server.said)
    writers = Writers(server, 64)
    await writers.sign_in()
    for round in range(1 if is_quick else 4):
        writers.begin()
        await writers.until_kept(len(writers.kept) + 400 + 150 * round)
        await server.kill()
        await writers.stop()
        outcome.did(f"kill -9 after {len(writers.kept)} acknowledged messages; {len(writers.unanswered)} had no answer")
        server = yard.server(data)
        outcome.expect(await server.start(), "it starts again", server.said)
        writers.follow(server)
        await writers.expect_kept(outcome)
        await writers.resend(outcome)
        outcome.expect(not writers.strange, "nobody got an answer that is none", writers.strange[:3])
    await writers.expect_kept(outcome)
    writers.close()
    outcome.expect(await server.stop() == 0, "it stops when told", server.said[-300:])
    expect_whole(yard, data, outcome)
