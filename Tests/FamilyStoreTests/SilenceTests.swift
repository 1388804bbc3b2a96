// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyStore
import Kernel
import PeopleStore
import TestDatabases
import Testing

/// By what was written a clock is told that ran far ahead, now or while a server was up.
@Suite struct `A silence in what was written` {
    private static let now = Moment("2031-03-01", hour: 9, minute: 0)
    private static let half = Duration.days(180)

    private static let nothing: [UInt8] = [0]

    private static let cases: [(looked: [Int], heads: [Int], days: ClosedRange<Int>?)] = [
        // Each day, and each fifth month: nobody was long away.
        (Array(0...400), [], nil), ([0, 150, 300, 450, 600], [], nil),
        // A server began to write by a clock of years ahead, a while ago or today.
        ([0, 1, 30, 1_700, 1_701], [], 30...1_700), ([0, 1_700], [], 0...1_700),
        // What a server does by itself moves the head of a chain alone.
        ([1_700, 1_701], [0], 0...1_700), ([0, 1], [100, 900], 100...900), ([0, 170, 340, 510], [200], nil),
        // A year later it is the time by which all live, and a new house has no time before.
        ([0, 100, 200, 300, 380, 2_000], [], nil), ([0, 10, 20], [], nil), ([], [], nil),
    ]

    private func house(_ engine: Engine) async throws -> Dossiers {
        let database = try await TestDatabase.make(engine, migrations: peopleMigrations + familyMigrations)
        return Dossiers(database: database, vault: try Vault.temporary(), process: "test")
    }

    /// Only this was written, by the access log and as the heads of chains, each so many days before now.
    private func write(looked: [Int], heads: [Int], in dossiers: Dossiers) async throws {
        try await dossiers.database.write { connection in
            try connection.execute("DELETE FROM access_record")
            try connection.execute("DELETE FROM chain")
            for (number, days) in looked.enumerated() {
                try connection.execute(
                    """
                    INSERT INTO access_record (chain, number, at, body, digest, link)
                    VALUES ('a', \(number + 1), \(Self.now - .days(days)), \(Self.nothing), \(Self.nothing),
                        \(Self.nothing))
                    """)
            }
            for (number, days) in heads.enumerated() {
                try connection.startChain("journal:\(number)", at: Self.now - .days(days))
            }
        }
    }

    @Test(arguments: Engine.all)
    func `is found in the last year alone`(engine: Engine) async throws {
        let dossiers = try await house(engine)
        for (looked, heads, days) in Self.cases {
            try await write(looked: looked, heads: heads, in: dossiers)
            let expected = days.map {
                Silence(from: Self.now - .days($0.upperBound), until: Self.now - .days($0.lowerBound))
            }
            #expect(try await dossiers.silence(of: Self.half, before: Self.now) == expected, "\(looked) \(heads)")
        }
    }

    /// What a server wrote in 2031, before its clock was set right, stands ahead of all and says nothing of now.
    @Test(arguments: Engine.all)
    func `counts nothing that stands ahead of the clock`(engine: Engine) async throws {
        let dossiers = try await house(engine)
        try await write(looked: [0, 1_500, 1_501], heads: [0], in: dossiers)
        #expect(try await dossiers.lastWritten(by: Self.now) == Self.now)
        #expect(try await dossiers.lastWritten(by: Self.now - .days(1)) == Self.now - .days(1_500))
        #expect(try await dossiers.silence(of: Self.half, before: Self.now - .days(1_500)) == nil)
    }
}
