// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import Testing

@testable import Database

@Suite struct `What is kept from somebody` {
    /// In two towns that differ by that alone, all that each reader gets is the same, byte for byte: pages, lists, counts,
    /// what a search finds, the log, errors, and each address asked for by itself.
    @Test(arguments: Kept.allCases)
    func `can't be told from anything they get`(kept: Kept) async throws {
        let towns = try await TwoTowns(kept)
        #expect(!towns.addresses.isEmpty)
        for reader in kept.readers {
            let found = try await towns.differences(for: reader)
            #expect(found.isEmpty, "\(kept), \(reader): \(found.prefix(3))")
        }
    }

    /// That what is kept is there: else the towns would be the same because nothing was made.
    @Test(arguments: [
        (Kept.heldConversation, "aylin"), (.heldPromise, "aylin"), (.heldMember, "priya"), (.privateLine, "priya"),
        (.heldGoal, "aylin"), (.secretAddress, "marieke"), (.notAsked, "aylin"), (.withheld, "hanna"),
        (.groundUsed, "hanna"),
        (.heldMeeting, "aylin"), (.meetingWithHidden, "aylin"), (.ownForgetting, "sem"), (.wordsAsked, "aylin"),
        (.nothingErased, "marieke"),
    ])
    func `is there for others`(kept: Kept, reader: String) async throws {
        let towns = try await TwoTowns(kept, live: false)
        let found = try await towns.differences(for: kept == .heldMember ? "marieke" : reader)
        #expect(!found.isEmpty)
    }

    /// What is held costs what is absent costs: the same statements, one by one.
    @Test func `takes as much work as what is not there`() async throws {
        let web = try await WebTown()
        let talk = try web.filled.conversation("de-wit-yildiz/noor-op-school")
        let family = try web.filled.family("de-wit-yildiz")
        try await web.hold(ItemName(.conversation, talk), from: "joost", in: family)
        let look = Look(
            reader: try web.filled.account("joost"), at: web.clock.now, from: "", action: .read,
            item: ItemName(.conversation, talk))
        let counts = try await web.dossiers.read(family, look) { key, connection -> Found<[[String]]>? in
            var found: [[String]] = []
            for id in [talk, IDSource.unguessable.next(at: look.at)] {
                let count = Counting(connection.statements)
                let seen = try Connection(statements: count).conversation(id, key) != nil
                #expect(!seen)
                found.append(count.texts)
            }
            return Found(found, about: [])
        }
        let both = try #require(counts)
        #expect(both[0] == both[1] && !both[0].isEmpty)
    }
}

/// Statements that are written down as they are carried out.
private final class Counting: Statements {
    private let statements: any Statements
    private(set) var texts: [String] = []

    init(_ statements: any Statements) { self.statements = statements }

    func rows<Value>(_ sql: SQL, _ decode: (borrowing Row) throws -> Value) throws -> [Value] {
        texts.append(sql.text)
        return try statements.rows(sql, decode)
    }

    func execute(_ sql: SQL) throws -> Int { try statements.execute(sql) }
}
