// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// The days on which offices in the Netherlands work: Monday to Friday without the public holidays.
///
/// Source: Algemene termijnenwet, article 3: New Year's Day, Good Friday (equated), Easter Monday, King's Day,
/// Liberation Day, Ascension Day, Whit Monday, Christmas and Boxing Day. Liberation Day counts every year here,
/// as the act says, though many employers work on it four years of five.
package enum WorkingDays {
    package static func isWorkingDay(_ day: Day) -> Bool {
        switch day.weekday {
        case .saturday, .sunday: false
        case .monday, .tuesday, .wednesday, .thursday, .friday: !isHoliday(day)
        }
    }

    /// Whether the day is a public holiday, whichever day of the week it falls on.
    package static func isHoliday(_ day: Day) -> Bool {
        let (year, month, dayOfMonth) = day.civil
        switch (month, dayOfMonth) {
        case (1, 1), (5, 5), (12, 25), (12, 26): return true
        case (4, 26...27) where day == kingsDay(year): return true
        default: break
        }
        let sinceEaster = day - easter(year)
        return [-2, 0, 1, 39, 49, 50].contains(sinceEaster)
    }

    /// The working day that lies this many working days after a day; the day itself does not count.
    package static func after(_ day: Day, _ count: Int) -> Day {
        var day = day
        var left = count
        while left > 0 {
            day = day + 1
            if isWorkingDay(day) { left -= 1 }
        }
        return day
    }

    /// How many working days lie after the one day, up to and with the other.
    package static func between(_ from: Day, _ to: Day) -> Int {
        guard from < to else { return 0 }
        return (1...(to - from)).count { isWorkingDay(from + $0) }
    }

    /// King's Day: 27 April, or the 26th where that is a Sunday.
    private static func kingsDay(_ year: Int) -> Day? {
        Day(year, 4, 27).map { $0.weekday == .sunday ? $0 + -1 : $0 }
    }

    /// Easter Sunday in the Gregorian calendar ("Anonymous Gregorian algorithm", Nature, 20 April 1876).
    package static func easter(_ year: Int) -> Day {
        let (a, b, c) = (year % 19, year / 100, year % 100)
        let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let month = (h + l - 7 * m + 114) / 31
        return Day(number: (Day(year, month, 1)?.number ?? 0) + (h + l - 7 * m + 114) % 31)
    }
}
