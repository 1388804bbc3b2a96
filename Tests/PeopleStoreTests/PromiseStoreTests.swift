// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules
import PeopleStore
import TestDatabases
import Testing

@Suite struct `A kept promise` {
    private static let now = PeopleDatabase.now
    private static let space: ID<PromiseSpace> = .numbered(50)

    @Test(arguments: Engine.all)
    func `is read as it was made, whatever its kind`(engine: Engine) async throws {
        let people = try await PeopleDatabase.withOwners(engine)
        let urgencies: [PromiseUrgency] = [
            .acute, .day, .week, .regular(workingDays: 3), .agreed(Self.now + .days(9)),
        ]
        let receivers: [Promise.Receiver] = [
            .account(.numbered(2)), .organisation(.numbered(1)), .person(.numbered(3)), .person(.numbered(4)),
            .person(.numbered(5)),
        ]
        let inbox = Promise.Owner.organisation(.numbered(1))
        var number: UInt64 = 0
        for (urgency, receiver) in zip(urgencies, receivers) {
            number += 1
            let stored = StoredPromise(
                .example(number, urgency, owner: number == 1 ? inbox : .account(.numbered(1)), receiver),
                in: number == 2 ? nil : Self.space, about: number == 3 ? "part" : nil,
                detail: number == 3 ? [1, 2, 3] : nil)
            try await people.write { try $0.add(stored) }
            #expect(try await people.read { try $0.promise(stored.promise.id, in: stored.space) } == stored)
        }
        #expect(try await people.read { try $0.promise(.numbered(1), in: .numbered(51)) } == nil)
    }

    @Test(arguments: Engine.all)
    func `is open until it is settled or closed`(engine: Engine) async throws {
        let people = try await PeopleDatabase.withOwners(engine)
        let owed = try await people.promises(3, in: Self.space)
        #expect(try await people.read { try $0.openPromises(in: Self.space) } == owed)
        #expect(
            try await people.read { try $0.openOutlines(of: .numbered(1) as ID<Account>).map(\.promise) }
                == owed.map(\.promise.outline))
        try await people.write {
            try $0.save(try owed[0].promise.settled(at: Self.now), of: owed[0])
            let receiver = owed[1].promise.receiver
            try $0.save(try owed[1].promise.closed(by: receiver, .weSpoke, at: Self.now), of: owed[1])
        }
        #expect(try await people.read { try $0.openPromises(in: Self.space) } == [owed[2]])
        #expect(
            try await people.read { try $0.openOutlines(of: .numbered(1) as ID<Account>).map(\.promise) }
                == [owed[2]].map(\.promise.outline))
        let states = try await people.read { connection in
            try owed.map { try connection.promise($0.promise.id, in: Self.space)?.promise.state }
        }
        #expect(states == [.settled(Self.now), .closed(Self.now, .weSpoke), .open])
    }

    @Test(arguments: Engine.all)
    func `is found by what it is about`(engine: Engine) async throws {
        let people = try await PeopleDatabase.withOwners(engine)
        let owed = try await people.promises(2, in: Self.space)
        let found = try await people.read { try $0.openPromises(in: Self.space, about: owed[1].promise.subject) }
        #expect(found == [owed[1]])
    }

    @Test(arguments: Engine.all)
    func `at a desk is found by what it is about, first due first, so many at most, and apart from those in dossiers`(
        engine: Engine
    ) async throws {
        let people = try await PeopleDatabase.withOwners(engine)
        let desk: ID<Organisation> = .numbered(1)
        let kinds = ["report", "referral", "report", "report", "referral"]
        for (place, kind) in kinds.enumerated() {
            let promise = Promise(
                id: .numbered(UInt64(70 + place)), kind: .feedback, owner: .organisation(desk),
                receiver: .organisation(.numbered(1)), subject: Promise.Subject(kind: kind, id: String(place)),
                urgency: .regular(workingDays: 9 - place), made: Self.now)
            try await people.write { try $0.add(StoredPromise(promise, in: place == 3 ? Self.space : nil)) }
        }
        let found = { (kinds: [String], limit: Int) in
            try await people.read {
                try $0.openOutlinesAtDesk(of: desk, about: kinds, limit: limit).map(\.promise.subject.id)
            }
        }
        #expect(try await found(["referral", "report"], 9) == ["4", "1", "2", "0"])
        #expect(try await found(["referral", "report"], 1) == ["4", "2"])
        #expect(try await found(["referral"], 9) == ["4", "1"])
        #expect(try await found([], 9) == [])
        let inDossiers = try await people.read { try $0.openOutlines(of: desk).map(\.promise.subject.id) }
        #expect(inDossiers == ["3"])
    }

    @Test(arguments: Engine.all)
    func `is changed by one at a time`(engine: Engine) async throws {
        let people = try await PeopleDatabase.withOwners(engine)
        let owed = try await people.promises(1, in: Self.space)[0]
        try await people.write { try $0.save(try owed.promise.settled(at: Self.now), of: owed) }
        await #expect(throws: PromiseChanged()) {
            try await people.write {
                try $0.save(try owed.promise.handedOver(to: .organisation(.numbered(1))), of: owed)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `moves to another when its owner leaves, in that space only`(engine: Engine) async throws {
        let people = try await PeopleDatabase.withOwners(engine)
        let owed = try await people.promises(3, in: Self.space)
        let elsewhere = try await people.promises(1, in: .numbered(51), from: 9)
        try await people.write {
            try $0.handOver(owedBy: .numbered(1), in: Self.space) {
                $0.id == owed[0].promise.id ? .account(.numbered(2)) : .organisation(.numbered(1))
            }
        }
        #expect(
            try await people.read { try $0.openOutlines(of: .numbered(1) as ID<Account>).map(\.promise) }
                == elsewhere.map(\.promise.outline))
        #expect(try await people.read { try $0.openOutlines(of: .numbered(2) as ID<Account>) }.count == 1)
        #expect(try await people.read { try $0.openOutlines(of: .numbered(1) as ID<Organisation>) }.count == 2)
    }

    @Test(arguments: Engine.all)
    func `is never without an owner, nor with two`(engine: Engine) async throws {
        let people = try await PeopleDatabase.withOwners(engine)
        try await people.promises(1, in: Self.space)
        await #expect(throws: DatabaseError.self) {
            try await people.write { try $0.execute("UPDATE promise SET owner_account = NULL") }
        }
        await #expect(throws: DatabaseError.self) {
            try await people.write {
                try $0.execute("UPDATE promise SET owner_organisation = \(ID<Organisation>.numbered(1))")
            }
        }
    }
}
