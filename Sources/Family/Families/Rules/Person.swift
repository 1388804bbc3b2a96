// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// Somebody of the family: a young person (*jeugdige*), a parent, or another who belongs to the household.
package struct Person: Hashable, Sendable {
    package let id: ID<Person>
    /// With what this person signs in, if they do.
    package let account: ID<Account>?
    package let birth: BirthDate

    package init(id: ID<Person>, account: ID<Account>?, birth: BirthDate) {
        self.id = id
        self.account = account
        self.birth = birth
    }

    /// The person as they are shown to who was not told that they sign in.
    package var withoutAccount: Person { Person(id: id, account: nil, birth: birth) }
}

/// A date of birth as the register knows it: sometimes without day, or without month and day.
///
/// An incomplete date counts as the latest day it can be, so that nobody becomes older, and gains or loses a right,
/// before they certainly are (the register of persons (BRP) writes such dates with zeros).
package struct BirthDate: Hashable, Sendable {
    package let year: Int
    package let month: Int?
    package let day: Int?

    package init(_ day: Day) { (year, month, self.day) = day.civil }

    /// Reads `2011-06-03`, `2011-06-00`, `2011-00-00` or `0000-00-00`; nil for what is no date.
    package init?(_ text: String) {
        guard text != Self.unknown.text else {
            self = .unknown
            return
        }
        guard let (year, month, day) = Day.numbers(in: text) else { return nil }
        guard Day(year, max(month, 1), max(day, 1)) != nil, month > 0 || day == 0 else { return nil }
        self.year = year
        self.month = month > 0 ? month : nil
        self.day = day > 0 ? day : nil
    }

    /// Stands where the reader may not know the date; it makes nobody a child.
    package static let notTold = BirthDate(Day(number: -719_000))

    /// Of a child whose day of birth nobody knows, or that is still to be born: younger than any line of the law.
    package static let unknown = BirthDate(year: 0)

    /// Of somebody who was 16 or 17 when what was about them was erased: that line stays, and no other comes.
    package static let erasedFrom16 = BirthDate(year: 0, years: 16)

    /// - Parameter years: what the person certainly is, where the date is not known.
    private init(year: Int, years: Int? = nil) { (self.year, month, day) = (year, years, nil) }

    /// Whether there is anything from which to tell an age.
    package var isKnown: Bool { year > 0 && self != .notTold }

    /// The date with zeros for what is not known.
    package var text: String {
        guard year > 0 else { return "0000-00-00" }
        let known = Day(year, month ?? 1, day ?? 1)?.iso ?? ""
        return month == nil ? known.prefix(4) + "-00-00" : day == nil ? known.prefix(7) + "-00" : known
    }

    /// The latest day it can be.
    package var latest: Day {
        guard year > 0 else { return Day(9_000, 12, 31) ?? Day(number: 0) }
        if let month, let day, let exact = Day(year, month, day) { return exact }
        let next = month.map { $0 == 12 ? Day(year + 1, 1, 1) : Day(year, $0 + 1, 1) } ?? Day(year + 1, 1, 1)
        return (next ?? Day(number: 0)) + -1
    }

    /// The age in whole years that the person certainly has on a day.
    package func age(on day: Day) -> Int {
        guard year > 0 else { return month ?? 0 }
        let years = max(0, day.civil.year - latest.civil.year)
        return isAtLeast(years, on: day) ? years : max(0, years - 1)
    }

    /// Whether the person certainly has this age on a day; it comes with the birthday itself.
    package func isAtLeast(_ years: Int, on day: Day) -> Bool {
        guard year > 0 else { return years <= month ?? -1 }
        return latest.adding(years: years) <= day
    }
}

/// The ages at which the law draws a line (Jeugdwet 7.3.4, 7.3.5; BW 1:233).
package enum AgeBand: Comparable, Sendable {
    case under12, from12, from16, adult

    package init(_ birth: BirthDate, on day: Day) {
        self =
            switch true {
            case birth.isAtLeast(18, on: day): .adult
            case birth.isAtLeast(16, on: day): .from16
            case birth.isAtLeast(12, on: day): .from12
            default: .under12
            }
    }
}
