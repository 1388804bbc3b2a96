// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// Reading that somebody should ask about: many dossiers in a day, at night, or of a family that bears the reader's name.
///
/// It says nothing of who did wrong: somebody on duty reads at night.
package struct UnusualReading: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case many, night, ownName
    }

    /// That somebody opened something of a family.
    package struct Opened: Hashable, Sendable {
        package let who: ID<Account>
        package let at: Moment
        package let family: ID<Family>

        package init(who: ID<Account>, at: Moment, family: ID<Family>) {
            self.who = who
            self.at = at
            self.family = family
        }
    }

    package let kind: Kind
    package let who: ID<Account>
    package let day: Day
    /// How many families, or how often.
    package let count: Int
    /// Of a name: which family.
    package let family: ID<Family>?

    package init(kind: Kind, who: ID<Account>, day: Day, count: Int, family: ID<Family>? = nil) {
        self.kind = kind
        self.who = who
        self.day = day
        self.count = count
        self.family = family
    }

    /// More families than this in a day are many.
    package static let most = 25

    private static func isNight(_ moment: Moment) -> Bool { !(6..<23).contains(moment.local.hour) }

    /// What is unusual in what was opened, latest day first.
    ///
    /// - Parameter sameName: pairs of reader and family that bear one name.
    package static func found(
        in opened: [Opened], sameName: (ID<Account>, ID<Family>) -> Bool
    ) -> [UnusualReading] {
        var found: [UnusualReading] = []
        for (key, looks) in Dictionary(grouping: opened, by: { Key(who: $0.who, day: $0.at.local.day) }) {
            let families = Set(looks.map(\.family))
            if families.count > most {
                found.append(UnusualReading(kind: .many, who: key.who, day: key.day, count: families.count))
            }
            let nights = looks.count { isNight($0.at) }
            if nights > 0 { found.append(UnusualReading(kind: .night, who: key.who, day: key.day, count: nights)) }
            for family in families.sorted() where sameName(key.who, family) {
                let times = looks.count { $0.family == family }
                found.append(
                    UnusualReading(kind: .ownName, who: key.who, day: key.day, count: times, family: family))
            }
        }
        return found.sorted { ($1.day, $0.kind.rawValue, $0.who) < ($0.day, $1.kind.rawValue, $1.who) }
    }

    /// Whether a family bears somebody's name: a word of its name, longer than what stands between names.
    package static func bearsName(of person: String, _ family: String) -> Bool {
        let own = person.split(whereSeparator: \.isWhitespace).dropFirst().map { $0.lowercased() }
        let names = family.split { !$0.isLetter && $0 != "'" }.map { $0.lowercased() }
        return own.contains { $0.count > 3 && names.contains($0) }
    }

    private struct Key: Hashable {
        let who: ID<Account>
        let day: Day
    }
}
