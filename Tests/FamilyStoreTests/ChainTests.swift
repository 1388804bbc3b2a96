// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import TestDatabases
import Testing
import Town

@testable import FamilyRules
@testable import FamilyStore

extension FilledDatabase {
    /// What was found along one chain, apart from what is not copied yet.
    func findings(along name: String) async throws -> [ChainFinding] {
        let vault = vault
        return try await dossiers.database.read { connection in
            var verification = ChainVerification(Chain(name, vault), copied: try vault.head(of: name))
            for record in try connection.chainRecords(name) { verification.next(record) }
            let head = try connection.row("SELECT number, link FROM chain WHERE name = \(name) ORDER BY name") {
                (number: $0.int(0), link: $0.bytes(1))
            }
            return verification.finish(head: head).filter(\.isDamage)
        }
    }

    /// The chains that are not as they were written, with what was found.
    func damage() async throws -> [String: [ChainFinding]] {
        let names = try await dossiers.database.read { connection in
            try connection.rows("SELECT name FROM chain ORDER BY name") { $0.text(0) }
        }
        var damage: [String: [ChainFinding]] = [:]
        for name in names {
            let found = try await findings(along: name)
            if !found.isEmpty { damage[name] = found }
        }
        return damage
    }
}

extension Connection {
    fileprivate func chainRecords(_ name: String) throws -> [Chain.Record] {
        let owner = String(name.drop { $0 != ":" }.dropFirst())
        guard name.hasPrefix("journal:") else {
            return try rows(
                "SELECT number, at, digest, body, link FROM access_record WHERE chain = \(owner) ORDER BY number"
            ) { row in
                Chain.Record(
                    number: row.int(0), at: row.moment(1), digest: row.bytes(2),
                    bodyDigest: Chain.Body.ofAccessRecord(row.bytes(3)).digest, link: row.bytes(4))
            }
        }
        return try rows(
            """
            SELECT number, at, digest, body, link, kind, item_kind, item_id, part_id FROM journal
            WHERE family_id = \(owner) ORDER BY number
            """
        ) { row in
            let item = ItemName(ItemName.Kind(rawValue: row.text(6)) ?? .family, stored: row.text(7))
            let digest = Chain.Body.ofJournal(row.text(5), item, part: row.text(8), row.bytes(3)).digest
            return Chain.Record(
                number: row.int(0), at: row.moment(1), digest: row.bytes(2), bodyDigest: digest, link: row.bytes(4))
        }
    }
}

@Suite struct `A chain` {
    /// What somebody does who writes in the database but has no key, and what is found of it.
    enum Tampering: String, CaseIterable, Sendable {
        case moment, body, removed, inserted, cutOff, cutOffWithHead

        func found(_ last: Int) -> [ChainFinding] {
            switch self {
            case .moment, .body: [.changed(3)]
            case .removed: [.removed(3...3)]
            case .inserted: [.inserted(3)]
            case .cutOff, .cutOffWithHead: [.cutOff(after: last - 2)]
            }
        }
    }

    @Test(arguments: Engine.all)
    func `of each dossier and of the process is whole after a year`(engine: Engine) async throws {
        let town = try await FilledDatabase.shared(engine)
        _ = try await town.sight(of: "thijs", in: "osei")
        #expect(try await town.damage().isEmpty)
    }

    /// Each family suffers something else, in its journal and in its log.
    @Test(arguments: Engine.all)
    func `tells what was done to it, and no other does`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        try await HeadCopies(town.dossiers, .machine) { _ in }.copy(since: Moment(milliseconds: 0))
        let victims = zip(Tampering.allCases, town.filled.families.values)
        var expected: [String: [ChainFinding]] = [:]
        for (tampering, family) in victims {
            for chain in ["journal:", "access:"].map({ $0 + family.text }) {
                let last = try #require(try town.vault.head(of: chain)).number
                #expect(last > 6)
                expected[chain] = tampering.found(last)
                try await town.dossiers.database.write { connection in
                    guard chain.hasPrefix("access:") else {
                        return try connection.tamper(tampering, journalOf: family, last: last)
                    }
                    try connection.tamper(tampering, logOf: family.text, last: last)
                }
            }
        }
        #expect(expected.count == 2 * Tampering.allCases.count)
        let damage = try await town.damage()
        for (chain, findings) in expected { #expect(damage[chain] == findings, "\(chain)") }
        #expect(Set(damage.keys) == Set(expected.keys))
    }
}

extension Connection {
    fileprivate func tamper(_ how: `A chain`.Tampering, journalOf family: ID<Family>, last: Int) throws {
        switch how {
        case .moment:
            try execute("UPDATE journal SET at = at + 1 WHERE family_id = \(family) AND number = \(3)")
        case .body:
            try execute("UPDATE journal SET item_id = \("x") WHERE family_id = \(family) AND number = \(3)")
        case .removed:
            try execute("DELETE FROM journal WHERE family_id = \(family) AND number = \(3)")
        case .inserted:
            try execute("UPDATE journal SET number = number + 9000 WHERE family_id = \(family) AND number > \(2)")
            try execute("UPDATE journal SET number = number - 8999 WHERE family_id = \(family) AND number > \(2)")
            try execute(
                """
                INSERT INTO journal (family_id, number, at, kind, item_kind, item_id, part_id, body, digest, link)
                SELECT family_id, 3, at, kind, item_kind, item_id, part_id, body, digest, link FROM journal
                WHERE family_id = \(family) AND number = \(2)
                """)
        case .cutOff, .cutOffWithHead:
            try execute("DELETE FROM journal WHERE family_id = \(family) AND number > \(last - 2)")
        }
        guard how == .cutOffWithHead else { return }
        try execute(
            """
            UPDATE chain SET number = \(last - 2), link = (
                SELECT link FROM journal WHERE family_id = \(family) AND number = \(last - 2))
            WHERE name = \("journal:" + family.text)
            """)
    }

    fileprivate func tamper(_ how: `A chain`.Tampering, logOf chain: String, last: Int) throws {
        switch how {
        case .moment:
            try execute("UPDATE access_record SET at = at + 1 WHERE chain = \(chain) AND number = \(3)")
        case .body:
            try execute(
                """
                UPDATE access_record SET body = (
                    SELECT body FROM access_record WHERE chain = \(chain) AND number = \(4))
                WHERE chain = \(chain) AND number = \(3)
                """)
        case .removed:
            try execute("DELETE FROM access_record WHERE chain = \(chain) AND number = \(3)")
        case .inserted:
            try execute("UPDATE access_record SET number = number + 9000 WHERE chain = \(chain) AND number > \(2)")
            try execute("UPDATE access_record SET number = number - 8999 WHERE chain = \(chain) AND number > \(2)")
            try execute(
                """
                INSERT INTO access_record (chain, number, at, body, digest, link)
                SELECT chain, 3, at, body, digest, link FROM access_record WHERE chain = \(chain) AND number = \(2)
                """)
        case .cutOff, .cutOffWithHead:
            try execute("DELETE FROM access_record WHERE chain = \(chain) AND number > \(last - 2)")
        }
        guard how == .cutOffWithHead else { return }
        try execute(
            """
            UPDATE chain SET number = \(last - 2), link = (
                SELECT link FROM access_record WHERE chain = \(chain) AND number = \(last - 2))
            WHERE name = \("access:" + chain)
            """)
    }
}
