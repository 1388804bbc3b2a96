// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// Somebody whom the items of a family can be about: a child, a parent, who lives with them or cares for a child.
package struct TownPerson: Hashable, Sendable {
    package let slug: String
    package let name: String
    package let born: Day
    /// Whether the person signs in.
    package let account: Bool
    package let details: [TownDetail: String]

    package init(
        _ slug: String, _ name: String, born: Day, account: Bool = false, details: [TownDetail: String] = [:]
    ) {
        self.slug = slug
        self.name = name
        self.born = born
        self.account = account
        self.details = details
    }

    /// How old the person is on a day, in whole years.
    package func age(on day: Day) -> Int {
        let years = day.civil.year - born.civil.year
        return born.adding(years: years) <= day ? years : years - 1
    }

    /// Younger than eighteen.
    package func isMinor(on day: Day) -> Bool { age(on: day) < 18 }

    /// The name by which others in the family call this person.
    package var firstName: String { name.split(separator: " ").first.map(String.init) ?? name }
}

/// What is known of a person or a helper and can be hidden from some.
package enum TownDetail: String, CaseIterable, Hashable, Sendable {
    case address, phone, school, placeOfCare, pickUpTimes, meetingPlace
    /// For which organisation a helper works: it can tell where somebody lives.
    case organisation
}

/// How one person stands to another: `from` is the kind of `to`.
package struct TownTie: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case parent, newPartner, guardian, fosterParent, sibling, grandparent, other
    }

    /// The slug of a person, or of a relative in the circle.
    package let from: String
    package let kind: Kind
    /// The slug of a person.
    package let to: String

    package init(_ from: String, _ kind: Kind, of to: String) {
        self.from = from
        self.kind = kind
        self.to = to
    }
}

/// Who holds authority (gezag) over a child, in the words of the Dutch register of persons.
package struct TownAuthority: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case jointByParents, byOneParent, jointWithThirdParty, guardianship, temporarilyNone, undeterminable
    }

    package let child: String
    package let kind: Kind
    /// Slugs of persons; with guardianship it can be that of an organisation.
    package let holders: [String]
    package let underInvestigation: Bool

    package init(over child: String, _ kind: Kind, _ holders: [String], underInvestigation: Bool = false) {
        self.child = child
        self.kind = kind
        self.holders = holders
        self.underInvestigation = underInvestigation
    }
}

/// A measure that a children's judge ordered (ondertoezichtstelling): the institution guards the child's safety.
package struct TownMeasure: Hashable, Sendable {
    package let child: String
    /// The slug of the certified institution.
    package let institution: String
    package let period: Period

    package init(over child: String, by institution: String, _ period: Period) {
        self.child = child
        self.institution = institution
        self.period = period
    }
}

/// The yes of a young person of 16 or older, without which a parent does not read.
package struct TownReadingYes: Hashable, Sendable {
    package let young: String
    package let parent: String
    package let given: Day

    package init(of young: String, to parent: String, given: Day) {
        self.young = young
        self.parent = parent
        self.given = given
    }
}
