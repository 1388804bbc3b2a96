// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel

/// Copies the heads of the chains to the key store each minute, so that a log that is cut off does not go unseen.
package struct HeadCopies: Sendable {
    private let dossiers: Dossiers
    private let clock: Clock
    private let pause: Duration
    private let report: @Sendable (any Error) -> Void

    package init(
        _ dossiers: Dossiers, _ clock: Clock, pause: Duration = .seconds(60),
        report: @escaping @Sendable (any Error) -> Void
    ) {
        self.dossiers = dossiers
        self.clock = clock
        self.pause = pause
        self.report = report
    }

    /// Runs until its task is cancelled: all heads at the start and each hour, in between those that moved.
    package func run() async {
        var (since, rounds) = (Moment?.none, 0)
        while !Task.isCancelled {
            let now = clock.now()
            do {
                try await copy(since: rounds.isMultiple(of: 60) ? nil : since)
                // A clock that was set back must not hide what changed meanwhile.
                since = now - .minutes(10)
                rounds += 1
            } catch { report(error) }
            try? await Task.sleep(for: pause)
        }
    }

    /// Copies the heads of the chains that moved since a moment, or all.
    package func copy(since: Moment? = nil) async throws {
        let vault = dossiers.vault
        try await dossiers.database.read { connection in
            let heads = try since.map { try connection.heads(movedSince: $0) } ?? connection.allHeads()
            // Few at a time, so that who waits to write in the key store comes in between.
            for first in stride(from: 0, to: heads.count, by: 1_000) {
                try vault.saveHeads(Array(heads[first..<min(first + 1_000, heads.count)]))
            }
        }
    }
}

extension Connection {
    /// All heads of chains, in the order of their names.
    package func allHeads() throws -> [ChainHead] {
        var heads: [ChainHead] = []
        while true {
            let page = try rows(
                """
                SELECT name, number, link, at FROM chain WHERE name > \(heads.last?.chain ?? "")
                ORDER BY name LIMIT 1000
                """, ChainHead.init(row:))
            if page.isEmpty { return heads }
            heads += page
        }
    }

    /// The heads of the dossiers and processes in whose access log something was written since a moment.
    ///
    /// Nothing is done in a dossier but it stands there, too: so no index need tell which chain moved when, which
    /// each message would have to bring up to date twice.
    fileprivate func heads(movedSince moment: Moment) throws -> [ChainHead] {
        let owners = try rows("SELECT DISTINCT chain FROM access_record WHERE at >= \(moment) ORDER BY chain") {
            $0.text(0)
        }
        return try stride(from: 0, to: owners.count, by: 200).flatMap { first in
            let names = owners[first..<min(first + 200, owners.count)].flatMap { ["access:" + $0, "journal:" + $0] }
            return try rows(
                "SELECT name, number, link, at FROM chain WHERE name IN \(list: names) ORDER BY name",
                ChainHead.init(row:))
        }
    }
}

extension ChainHead {
    fileprivate init(row: borrowing Row) {
        self.init(chain: row.text(0), number: row.int(1), link: row.bytes(2), at: row.moment(3))
    }
}
