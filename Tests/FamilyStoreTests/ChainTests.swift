// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import TestDatabases
import Testing
import Town

extension FilledDatabase {
    /// The chains that are not as they were written, with what was found; that a head was not copied yet is no damage.
    func damage() async throws -> [String: [ChainFinding]] {
        let reports = try await dossiers.verifyChains { _, _ in }
        let found = reports.map { ($0.chain, $0.findings.filter(\.isDamage)) }
        return Dictionary(uniqueKeysWithValues: found.filter { !$0.1.isEmpty })
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
        try await HeadCopies(town.dossiers, .machine) { _ in }.copy()
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
