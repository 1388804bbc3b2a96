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

    /// Runs until its task is cancelled.
    package func run() async {
        var since = Moment(milliseconds: 0)
        while !Task.isCancelled {
            let now = clock.now()
            do {
                try await copy(since: since)
                // A clock that was set back must not hide what changed meanwhile.
                since = now - .minutes(10)
            } catch { report(error) }
            try? await Task.sleep(for: pause)
        }
    }

    /// Copies the heads that moved since a moment.
    package func copy(since: Moment) async throws {
        let vault = dossiers.vault
        try await dossiers.database.read { connection in
            var after = ""
            while true {
                let heads = try connection.heads(since: since, after: after, limit: 1_000)
                guard let last = heads.last else { return }
                try vault.saveHeads(heads)
                after = last.chain
            }
        }
    }
}

extension Connection {
    /// The heads of the chains that moved since a moment, in the order of their names.
    package func heads(since: Moment, after name: String = "", limit: Int) throws -> [ChainHead] {
        try rows(
            """
            SELECT name, number, link, at FROM chain
            WHERE at >= \(since) AND name > \(name) ORDER BY name LIMIT \(limit)
            """
        ) { ChainHead(chain: $0.text(0), number: $0.int(1), link: $0.bytes(2), at: $0.moment(3)) }
    }
}
