// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

/// What is guessed at, or from where, as the database knows it: a keyed digest.
package struct GuessedAt: Hashable, Sendable {
    package let digest: String
    package let limit: Guessing.Limit

    private init(_ text: String, _ limit: Guessing.Limit, _ vault: Vault) {
        digest = vault.digest(text, for: .guess)
        self.limit = limit
    }

    /// The password of whoever has this name, or of nobody.
    package static func name(_ typed: String, _ vault: Vault) -> GuessedAt {
        GuessedAt("name " + SignInName.folded(String(typed.prefix(1_000))), .account, vault)
    }

    /// The same from a device that is remembered: nobody elsewhere can make its owner wait.
    package static func name(on device: ID<RememberedDevice>, _ vault: Vault) -> GuessedAt {
        GuessedAt("device " + device.text, .account, vault)
    }

    /// An account's second factor, or its password asked again.
    package static func code(of account: ID<Account>, _ vault: Vault) -> GuessedAt {
        GuessedAt("code " + account.text, .account, vault)
    }

    /// What an account looks for by name, where each try counts.
    package static func sought(by account: ID<Account>, as what: StaticString, _ vault: Vault) -> GuessedAt {
        GuessedAt("\(what) " + account.text, .account, vault)
    }

    /// From a network address; of IPv6 a house has many, so the first four groups count.
    package static func address(_ from: String, _ vault: Vault) -> GuessedAt {
        let groups = from.split(separator: ":", omittingEmptySubsequences: false)
        let network = groups.count > 4 ? groups.prefix(4).joined(separator: ":") : from
        return GuessedAt("address " + network, .address, vault)
    }
}

extension Connection {
    /// Counts a guess against each of these, unless one of them has to wait: then how long, and nothing is counted.
    ///
    /// Counted before it is known whether it is right, so that a hundred at once are a hundred.
    package func guess(_ places: [GuessedAt], at now: Moment) throws -> Duration? {
        let known = try guessing(places)
        let waits = places.compactMap { place in known[place.digest]?.wait(place.limit, at: now) }
        if let longest = waits.max() { return longest }
        for place in places {
            let guessed = (known[place.digest] ?? Guessing(failures: 0, latest: now)).guessed(at: now)
            try execute(
                """
                INSERT INTO guessing (digest, failures, latest)
                VALUES (\(place.digest), \(guessed.failures), \(guessed.latest))
                ON CONFLICT (digest) DO UPDATE SET failures = \(guessed.failures), latest = \(guessed.latest)
                """)
        }
        return nil
    }

    /// The guess was right: it is taken off where many guess, and who guessed it begins anew.
    package func forgive(_ places: [GuessedAt], at now: Moment) throws {
        let known = try guessing(places)
        for place in places {
            switch place.limit {
            case .account: try execute("DELETE FROM guessing WHERE digest = \(place.digest)")
            case .address:
                guard let forgiven = known[place.digest]?.forgiven(at: now) else { continue }
                try execute("UPDATE guessing SET failures = \(forgiven.failures) WHERE digest = \(place.digest)")
            }
        }
    }

    private func guessing(_ places: [GuessedAt]) throws -> [String: Guessing] {
        let found = try rows(
            "SELECT digest, failures, latest FROM guessing WHERE digest IN \(list: places.map(\.digest)) ORDER BY digest"
        ) { ($0.text(0), Guessing(failures: $0.int(1), latest: $0.moment(2))) }
        return Dictionary(uniqueKeysWithValues: found)
    }
}
