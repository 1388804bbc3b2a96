// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel

/// The next place in a chain, and the link before it.
struct ChainPlace {
    let number: Int
    let previous: [UInt8]
}

extension Connection {
    /// Begins a chain; its head stands in a row of its own, whose lock makes the numbers gapless.
    package func startChain(_ name: String, at: Moment) throws {
        try execute(
            """
            INSERT INTO chain (name, number, link, at) VALUES (\(name), 0, \(Chain.start), \(at)) ON CONFLICT DO NOTHING
            """)
    }

    /// The next place in a chain, in the order of the commits: whoever looked at once can't both take it.
    func nextPlace(in name: String) throws -> ChainPlace {
        let place = try row("SELECT number + 1 AS number, link FROM chain WHERE name = \(name) ORDER BY name") {
            ChainPlace(number: $0.int(0), previous: $0.bytes(1))
        }
        guard let place else { throw DatabaseError.damaged("no chain \(name)") }
        return place
    }

    /// Links a record to the one before it, and makes it the head of its chain.
    func link(digest: [UInt8], to name: String, _ place: ChainPlace, at: Moment, _ vault: Vault) throws -> [UInt8] {
        let link = Chain(name, vault).link(place.number, at: at, digest: digest, after: place.previous)
        let moved = try execute(
            """
            UPDATE chain SET number = \(place.number), link = \(link), at = \(at)
            WHERE name = \(name) AND number = \(place.number - 1)
            """)
        guard moved == 1 else { throw DatabaseError.damaged("chain \(name) moved meanwhile") }
        return link
    }
}
