// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules
import PeopleStore
import TestDatabases

extension Promise {
    static func example(
        _ number: UInt64, _ urgency: PromiseUrgency = .week, owner: Owner = .account(.numbered(1)),
        _ receiver: Receiver = .person(.numbered(3)), fallback: ID<Organisation>? = nil
    ) -> Promise {
        Promise(
            id: .numbered(number), kind: .callBack, owner: owner, receiver: receiver,
            subject: Subject(kind: "conversation", id: "c\(number)"), urgency: urgency, made: PeopleDatabase.now,
            fallback: fallback)
    }
}

extension PeopleDatabase {
    /// With accounts 1 and 2 and organisation 1, who can owe something.
    static func withOwners(_ engine: Engine) async throws -> PeopleDatabase {
        let people = try await make(engine)
        try await people.account(1)
        try await people.account(2, "Ilse Brouwer")
        try await people.organisation(1)
        return people
    }

    /// What account 1 owes in a space, in the order in which it is due.
    @discardableResult
    func promises(
        _ count: Int, in space: ID<PromiseSpace>, from first: UInt64 = 1
    ) async throws -> [StoredPromise] {
        let promises = (0..<UInt64(count)).map { StoredPromise(.example(first + $0), in: space) }
        try await write { connection in for promise in promises { try connection.add(promise) } }
        return promises
    }
}
