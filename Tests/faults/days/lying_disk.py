# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""The disk does not confirm what was written (fsync fails)."""

from installation import expect_whole
from writers import Writers

QUICK = True


async def pass_through(yard, outcome, is_quick):
    for after in (400,) if is_quick else (400, 900, 1500):
        data = yard.copy_of_town(f"lying-{after}")
        server = yard.server(data, under=[
            "strace", "-D", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync,fsync",
            "-e", f"inject=fdatasync,fsync:error=EIO:when={after // 4}+"])
        outcome.expect(await server.start(), "it serves", server.said)
        writers = Writers(server, 32, name=f"lying{after}")
        await writers.sign_in()
        writers.begin()
        code = await server.ended(60)
        await writers.stop()
        outcome.did(f"flushes fail from the {after // 4}th on, with {len(writers.kept)} messages acknowledged")
        outcome.expect(code == 70, "the process ends with code 70", code)
        said = [line for line in server.said.splitlines() if line.startswith("rondom: ")]
        outcome.expect(len(said) == 1 and "did not confirm" in said[0] and "Check the disk" in said[0],
                       "and with a sentence that says what to do", server.said[-300:])
        outcome.expect(not writers.strange, "nobody got an answer that is none", writers.strange[:3])
        server = yard.server(data)
        outcome.expect(await server.start(), "it starts on a disk that confirms", server.said)
        writers.follow(server)
        await writers.expect_kept(outcome)
        await writers.resend(outcome)
        await writers.expect_kept(outcome)
        writers.close()
        await server.stop()
        expect_whole(yard, data, outcome)
