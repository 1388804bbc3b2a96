// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// The words by which people say when, in the languages of the installation together: a line is read whichever
/// language its writer reads Rondom in.
package struct ActionVocabulary: Sendable {
    package let weekdays: [String: Day.Weekday]
    package let months: [String: Int]
    package let numbers: [String: Int]

    package static let both = ActionVocabulary(
        weekdays: named(weekdayNames), months: named(monthNames), numbers: named(numberNames))

    private static func named<Value>(_ names: [(Value, [String])]) -> [String: Value] {
        Dictionary(names.flatMap { value, names in names.map { ($0, value) } }) { first, _ in first }
    }

    /// Whole: "zo", "wo" and "do" are words of their own at the end of a sentence.
    private static let weekdayNames: [(Day.Weekday, [String])] = [
        (.monday, ["maandag", "monday"]), (.tuesday, ["dinsdag", "tuesday"]),
        (.wednesday, ["woensdag", "wednesday"]), (.thursday, ["donderdag", "thursday"]),
        (.friday, ["vrijdag", "friday"]), (.saturday, ["zaterdag", "saturday"]), (.sunday, ["zondag", "sunday"]),
    ]

    private static let monthNames: [(Int, [String])] = [
        (1, ["januari", "january", "jan"]), (2, ["februari", "february", "feb"]),
        (3, ["maart", "march", "mrt", "mar"]), (4, ["april", "apr"]), (5, ["mei", "may"]),
        (6, ["juni", "june", "jun"]), (7, ["juli", "july", "jul"]), (8, ["augustus", "august", "aug"]),
        (9, ["september", "sept", "sep"]), (10, ["oktober", "october", "okt", "oct"]),
        (11, ["november", "nov"]), (12, ["december", "dec"]),
    ]

    private static let numberNames: [(Int, [String])] = [
        (1, ["een", "één", "one", "a", "an"]), (2, ["twee", "two"]), (3, ["drie", "three"]), (4, ["vier", "four"]),
        (5, ["vijf", "five"]), (6, ["zes", "six"]), (7, ["zeven", "seven"]), (8, ["acht", "eight"]),
        (9, ["negen", "nine"]), (10, ["tien", "ten"]), (12, ["twaalf", "twelve"]),
    ]

    static let every: Set<String> = ["elke", "elk", "iedere", "ieder", "every", "each"]
    static let other: Set<String> = ["andere", "other", "second", "tweede"]
    static let day: Set<String> = ["dag", "day", "dagen", "days"]
    static let workingDay: Set<String> = ["werkdag", "schooldag", "weekday", "workday", "schoolday"]
    static let week: Set<String> = ["week", "weken", "weeks"]
    static let month: Set<String> = ["maand", "maanden", "month", "months"]
    static let and: Set<String> = ["en", "and", "&"]
    static let from: Set<String> = ["vanaf", "from", "sinds", "starting"]
    /// What stands before a day and changes nothing about it.
    static let before: Set<String> = [
        "op", "on", "voor", "vóór", "before", "by", "uiterlijk", "tot", "until", "aanstaande", "as", "komende",
        "coming",
        "de", "the", "in", "eind", "of",
    ]
    static let after: Set<String> = ["over", "binnen", "in", "within"]
    static let next: Set<String> = ["volgende", "next"]
    static let this: Set<String> = ["deze", "this"]
}
