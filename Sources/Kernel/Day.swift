// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// A day of the calendar, as printed on it: no time, no zone.
///
/// Kept in the database as ISO text (`2026-11-23`), which sorts as it counts. The arithmetic is Howard Hinnant's
/// "chrono-compatible low-level date algorithms" (civil from days and back): Foundation's calendar gives the same
/// days, forty times slower, and a page asks for hundreds.
package struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1 January 1970.
    package let number: Int

    package init(number: Int) { self.number = number }

    /// The day with this year, month and day of the month, or nil where the calendar has none.
    package init?(_ year: Int, _ month: Int, _ dayOfMonth: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(dayOfMonth) else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + dayOfMonth - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
        guard civil == (year, month, dayOfMonth) else { return nil }
    }

    /// The day written as `2026-11-23`, or nil when that is no day.
    package init?(_ text: some StringProtocol) {
        guard let (year, month, day) = Self.numbers(in: text) else { return nil }
        self.init(year, month, day)
    }

    /// Year, month and day as they stand in `2026-11-23`, whether there is such a day or not (`2011-00-00`).
    package static func numbers(in text: some StringProtocol) -> (year: Int, month: Int, day: Int)? {
        var text = String(text)
        return text.withUTF8 { bytes in
            let dash = UInt8(ascii: "-")
            guard bytes.count == 10, bytes[4] == dash, bytes[7] == dash, let year = number(bytes[0..<4]),
                let month = number(bytes[5..<7]), let day = number(bytes[8..<10])
            else { return nil }
            return (year, month, day)
        }
    }

    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var number = 0
        for digit in digits {
            guard (48...57).contains(digit) else { return nil }
            number = number * 10 + Int(digit - 48)
        }
        return number
    }

    package var civil: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let fifth = (5 * dayOfYear + 2) / 153
        let month = fifth < 10 ? fifth + 3 : fifth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * fifth + 2) / 5 + 1)
    }

    package enum Weekday: Int, Sendable, CaseIterable {
        case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday
    }

    package var weekday: Weekday {
        let sinceMonday = (number + 3) % 7
        return Weekday.allCases[sinceMonday < 0 ? sinceMonday + 7 : sinceMonday]
    }

    /// The day as ISO 8601 writes it.
    package var iso: String {
        let (year, month, day) = civil
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
    }

    package var description: String { iso }

    package static func + (day: Self, days: Int) -> Self { Self(number: day.number + days) }
    package static func - (a: Self, b: Self) -> Int { a.number - b.number }
    package static func < (a: Self, b: Self) -> Bool { a.number < b.number }

    /// The day a number of years later; 29 February becomes 1 March in a year without it (BW 1:2, Algemene
    /// termijnenwet: a person is a year older at the start of the birthday).
    package func adding(years: Int) -> Day {
        let (year, month, day) = civil
        return Day(year + years, month, day) ?? Day(year + years, 3, 1) ?? self
    }
}

/// A day that a test or the invented town writes down; a literal that is no day is a mistake in the program.
extension Day: ExpressibleByStringLiteral {
    package init(stringLiteral text: StaticString) {
        guard let day = Day(text.description) else { preconditionFailure("No day: \(text)") }
        self = day
    }
}
