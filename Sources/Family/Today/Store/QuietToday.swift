// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel

/// The families with which a professional had no contact for a while, in short.
package struct QuietToday: Hashable, Sendable {
    /// One of them by name.
    package struct Named: Hashable, Sendable {
        package let quiet: QuietFamily
        /// nil when it was erased.
        package let name: String?
    }

    /// So many are named at most; the others are on the page of their own.
    package static let most = 3

    /// After how many days without contact a family is one of them.
    package let days: Int
    package let count: Int
    /// With whom it is longest.
    package let longest: [Named]

    /// - Parameter seen: those that the reader may know of, in any order.
    init(days: Int, _ seen: [Named]) {
        self.days = days
        count = seen.count
        longest = Array(
            seen.sorted { ($0.quiet.since, $0.quiet.family) < ($1.quiet.since, $1.quiet.family) }.prefix(Self.most))
    }
}

extension Connection {
    /// None for who is at home: they need no list to know whom they spoke.
    func quietToday(of reader: TodayReader, at now: Moment) throws -> SealedQuiet {
        guard reader.isProfessional else { return SealedQuiet(days: Quiet.usual, quiet: []) }
        let days = try quietDays(of: reader.account)
        return SealedQuiet(days: days, quiet: try quietFamilies(of: reader.account, days: days, at: now))
    }
}

extension SealedQuiet {
    /// That the family of a key is one of them, for whoever holds the key; its name is opened where it may be told.
    func named(_ key: borrowing DossierKey) throws -> QuietToday.Named? {
        guard let place = quiet.firstIndex(where: { $0.family == key.family }) else { return nil }
        // Whom the longest stands first, and only those few are named; some room for what is not the reader's to see.
        let name = place < QuietToday.most * 3 ? try key.familyName() : nil
        return QuietToday.Named(quiet: quiet[place], name: name)
    }
}
