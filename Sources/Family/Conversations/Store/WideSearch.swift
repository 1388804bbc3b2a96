// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// What a search over all families of a reader found.
package struct WideSearch: Sendable {
    package let families: [FamilySearch]
    /// So much is there that older messages were not looked at.
    package let isCutShort: Bool
}

/// What it found in one of them.
package struct FamilySearch: Sendable {
    package let family: ID<Family>
    /// nil when it was erased.
    package let name: String?
    package let found: [FoundMessage]
    package let circle: CircleSight
    package let reading: Reading
}

extension Dossiers {
    /// How many messages one search opens at most, and how many of each family at least.
    private static let mostOpened = 10_000
    private static let leastOfFamily = 50

    /// The messages in which the words stand, over all families of the reader, each by the key of that family.
    ///
    /// It takes long, so it is asked beside the acts of others, and put on record before anything of it leaves: as a
    /// list in all that were looked through, and as a look in each in which something was found.
    package func search(_ words: SoughtWords, _ look: Look) async throws -> WideSearch {
        let searched = try await searched(words, look)
        try await database.write(inTurn: ownChain, settled: { _ in nil }) { [ownChain, vault] connection in
            let persons = searched.reduce(into: Set<ID<Person>>()) { $0.formUnion($1.reading.covered.keys) }
            let list = look.record(searched.first?.reading, about: persons)
            let number = try connection.append(list, to: ownChain, vault)
            let unmentioned = try connection.unmentioned(searched.map(\.family), to: look.reader, on: look.at.day)
            try connection.mention(list, in: unmentioned, chain: ownChain, number: number)
            for found in searched.compactMap(\.found) {
                let read = look.read(found.family).record(found.reading, about: Set(found.reading.covered.keys))
                try connection.append(read, to: found.family.text, vault)
            }
        }
        return WideSearch(
            families: searched.compactMap(\.found), isCutShort: searched.contains(where: \.isCutShort))
    }

    private func searched(_ words: SoughtWords, _ look: Look) async throws -> [SearchedFamily] {
        let vault = vault
        return try await database.read { connection in
            let families = try connection.families(around: look.reader, on: look.at.day)
            let most = max(Self.leastOfFamily, Self.mostOpened / max(1, families.count))
            var searched: [SearchedFamily] = []
            try connection.withKeys(of: families, for: look, naming: .known, vault) { key in
                searched.append(try connection.searched(words, key, opening: most))
            }
            return searched
        }
    }
}

private struct SearchedFamily: Sendable {
    let family: ID<Family>
    let reading: Reading
    /// nil where the words stand nowhere.
    let found: FamilySearch?
    let isCutShort: Bool
}

extension Connection {
    fileprivate func searched(
        _ words: SoughtWords, _ key: borrowing DossierKey, opening most: Int
    ) throws -> SearchedFamily {
        let search = try search(words, key, opening: most)
        guard !search.found.isEmpty else {
            return SearchedFamily(
                family: key.family, reading: key.reading, found: nil, isCutShort: search.isCutShort)
        }
        let found = FamilySearch(
            family: key.family, name: try key.familyName(), found: search.found,
            circle: try circle(key, withEnded: true), reading: key.reading)
        return SearchedFamily(family: key.family, reading: key.reading, found: found, isCutShort: search.isCutShort)
    }
}

extension Look {
    /// The same look, at one family.
    fileprivate func read(_ family: ID<Family>) -> Look {
        Look(reader: reader, for: behalf, at: at, from: from, action: .read, item: ItemName(.family, family))
    }
}
