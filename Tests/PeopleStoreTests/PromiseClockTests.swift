// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules
import PeopleStore
import Synchronization
import TestDatabases
import Testing

@Suite struct `The clock` {
    private static let now = PeopleDatabase.now

    @Test(arguments: Engine.all)
    func `takes each step when it is due, and hands what was let pass to the inbox`(engine: Engine) async throws {
        let people = try await PeopleDatabase.withOwners(engine)
        let acute = StoredPromise(.example(1, .acute, fallback: .numbered(1)), in: .numbered(50))
        let week = StoredPromise(.example(2, .week, fallback: .numbered(1)), in: nil)
        try await people.write {
            try $0.add(acute)
            try $0.add(week)
        }
        let table: [(Int, Int, Set<PromiseStep>)] = [
            (44, 0, []), (45, 1, [.nearing]), (46, 0, [.nearing]), (60, 1, [.nearing, .due]),
            (91, 1, [.nearing, .due, .escalated]), (1_000, 0, [.nearing, .due, .escalated]),
        ]
        for (minutes, promises, steps) in table {
            let chased = try await people.write { try $0.chasePromises(at: Self.now + .minutes(minutes)) }
            #expect(chased == promises, "after \(minutes) minutes")
            #expect(try await people.read { try $0.steps(of: acute) } == steps, "after \(minutes) minutes")
        }
        #expect(
            try await people.read { try $0.openOutlines(of: .numbered(1) as ID<Account>).map(\.promise) }
                == [week].map(\.promise.outline))
        #expect(try await people.read { try $0.openOutlines(of: .numbered(1) as ID<Organisation>) }.count == 1)
    }

    @Test(arguments: Engine.all)
    func `leaves alone what is settled`(engine: Engine) async throws {
        let people = try await PeopleDatabase.withOwners(engine)
        let owed = try await people.promises(1, in: .numbered(50))[0]
        try await people.write { try $0.save(try owed.promise.settled(at: Self.now), of: owed) }
        #expect(try await people.write { try $0.chasePromises(at: Self.now + .days(99)) } == 0)
        #expect(try await people.read { try $0.steps(of: owed) } == [])
    }

    @Test(arguments: Engine.all)
    func `beside another one takes each step once`(engine: Engine) async throws {
        let people = try await PeopleDatabase.withOwners(engine)
        let owed = try await people.promises(250, in: .numbered(50))
        let late = Clock { Self.now + .days(60) }
        let clocks = (1...2).map { _ in PromiseClock(people.database, late) { Issue.record($0) } }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for clock in clocks { group.addTask { try await clock.chase() } }
            try await group.waitForAll()
        }
        let steps = try await people.read {
            try $0.rows("SELECT promise, step FROM promise_step ORDER BY promise, step") { $0.text(0) + $0.text(1) }
        }
        #expect(steps.count == 3 * owed.count)
        let versions = try await people.read { try $0.openPromises(in: .numbered(50)).map(\.version) }
        #expect(Set(versions) == [2])
    }

    @Test(arguments: Engine.all)
    func `runs in one process at a time`(engine: Engine) async throws {
        let people = try await PeopleDatabase.withOwners(engine)
        let lease = try #require(try await people.database.lease("clock"))
        let owed = try await people.promises(1, in: .numbered(50))[0]
        let clock = PromiseClock(people.database, Clock { Self.now + .days(60) }, pause: .milliseconds(20)) {
            Issue.record($0)
        }
        let running = Task { await clock.run() }
        try await Task.sleep(for: .milliseconds(200))
        #expect(try await people.read { try $0.steps(of: owed) } == [])
        await lease.release()
        for _ in 0..<200 where try await people.read({ try $0.steps(of: owed) }).isEmpty {
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(try await people.read { try $0.steps(of: owed) }.count == 3)
        running.cancel()
        await running.value
        #expect(try await people.database.lease("clock") != nil)
    }
}
