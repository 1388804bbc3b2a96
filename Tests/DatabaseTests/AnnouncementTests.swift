// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import TestDatabases
import Testing

@Suite struct `An announcement` {
    @Test(.timeLimit(.minutes(1)), arguments: Engine.all)
    func `wakes those who wait in this process`(engine: Engine) async throws {
        let database = try await TestDatabase.make(engine)
        let start = ContinuousClock.now
        var news = database.announcements().makeAsyncIterator()
        database.announce()
        #expect(await news.next() != nil)
        #expect(ContinuousClock.now - start < .seconds(4))
    }

    @Test(.timeLimit(.minutes(1)))
    func `reaches another process on the same PostgreSQL`() async throws {
        let location = try await TestDatabase.location(.postgres)
        let (one, other) = (try await Database.open(location), try await Database.open(location))
        var news = other.announcements().makeAsyncIterator()
        // The first wake tells that the connection stands.
        #expect(await news.next() != nil)
        let start = ContinuousClock.now
        one.announce()
        #expect(await news.next() != nil)
        #expect(ContinuousClock.now - start < .seconds(2))
    }

    @Test(.timeLimit(.minutes(1)), arguments: Engine.all)
    func `that was missed is made up for within five seconds`(engine: Engine) async throws {
        let database = try await TestDatabase.make(engine)
        var wakes = 0
        let start = ContinuousClock.now
        for await _ in database.announcements() {
            wakes += 1
            if ContinuousClock.now - start > .seconds(4) { break }
        }
        #expect(wakes >= 1)
    }

    @Test(.timeLimit(.minutes(1)), arguments: Engine.all)
    func `comes no more once the database is closed`(engine: Engine) async throws {
        let database = try await TestDatabase.make(engine)
        let news = database.announcements()
        await database.close()
        for await _ in news {}
    }
}
