// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// A birthday on which the law gives a young person more to decide: 12, 16, 18 (Jeugdwet 7.3.4, 7.3.5; BW 1:233).
///
/// It comes by itself, on the day; of an incomplete date of birth on the latest day it can be, of 29 February on
/// 1 March in other years. The young person hears of it first and alone, eight weeks ahead; parents on the day. What
/// others agreed for them before runs on for six weeks, while they are asked.
package struct Birthday: Hashable, Sendable {
    package enum Age: Int, Sendable, CaseIterable {
        case twelve = 12
        case sixteen = 16
        case eighteen = 18
    }

    package let age: Age
    package let day: Day

    package init(_ age: Age, of birth: BirthDate) {
        self.age = age
        day = birth.latest.adding(years: age.rawValue)
    }

    /// How many days ahead the young person hears of it.
    package static let notice = 56
    /// How many days what was agreed for them runs on.
    package static let runsOn = 42

    /// The last one that has come; nil before the first, and where no date is known.
    package static func last(of birth: BirthDate, on day: Day) -> Birthday? {
        guard birth.isKnown else { return nil }
        return Age.allCases.map { Birthday($0, of: birth) }.last { $0.day <= day }
    }

    /// The one that the young person is told of now: eight weeks ahead, until the day itself.
    package static func nearing(of birth: BirthDate, on day: Day) -> Birthday? {
        guard birth.isKnown else { return nil }
        return Age.allCases.map { Birthday($0, of: birth) }.first { day < $0.day && $0.day - day <= notice }
    }

    /// The one of which others are told now: from the day itself, for as long as what was agreed runs on.
    package static func justCome(of birth: BirthDate, on day: Day) -> Birthday? {
        last(of: birth, on: day).flatMap { day < $0.end ? $0 : nil }
    }

    /// The first day on which what others agreed no longer stands.
    package var end: Day { day + Self.runsOn }
}

extension Consent {
    /// Until when what others agreed for a person stands, since a birthday gave it to the person to decide; nil where it
    /// stands as it was agreed.
    ///
    /// Whoever said yes themself is not asked again.
    package func runsOut(for person: ID<Person>, at now: Moment) -> Day? {
        guard let agreed = agreed[person], let line = lines[person], agreed.day < line.day, line.day <= now.day,
            latest(about: person)[person]?.answer != .yes
        else { return nil }
        return line.end
    }

    /// Whether the person is asked anew, now that it is theirs to decide.
    package func asksAnew(_ person: ID<Person>, at now: Moment) -> Bool {
        ended[person] == nil && (runsOut(for: person, at: now).map { now.day < $0 } ?? false)
    }
}
