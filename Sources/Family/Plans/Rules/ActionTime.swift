// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// When an action is done: by a day, or again and again.
package enum ActionTime: Hashable, Sendable {
    case by(Day)
    case each(Rhythm, from: Day)

    package enum Rhythm: Hashable, Sendable {
        case daily
        /// From Monday to Friday, without holidays.
        case workingDays
        /// On these days of each week.
        case weekly(Set<Day.Weekday>)
        /// Every so many weeks, on the weekday of the first time.
        case everyWeeks(Int)
        /// On the day of the month of the first time, or on the last one of a shorter month.
        case monthly
    }

    /// Whether it comes again.
    package var isRepeated: Bool {
        switch self {
        case .by: false
        case .each: true
        }
    }

    /// The first day on which it is done, on this day or later; nil once the only day is past.
    package func first(from day: Day) -> Day? {
        switch self {
        case .by(let due): day <= due ? due : nil
        case .each(let rhythm, let from): rhythm.first(from: max(day, from), begun: from)
        }
    }

    /// The day it is about now: what was due and is not ticked, or else what comes.
    ///
    /// Of a rhythm only the last time that passed can still be ticked: what was missed before it is past.
    package func current(on today: Day, ticked: Day?) -> Day? {
        switch self {
        case .by(let due): return ticked == nil ? due : nil
        case .each:
            if let last = last(until: today), ticked.map({ $0 < last }) ?? true { return last }
            return first(from: max(today, ticked ?? today) + 1)
        }
    }

    /// The last day on which it was to be done, up to this day.
    package func last(until day: Day) -> Day? {
        guard case .each(_, let from) = self, from <= day else { return nil }
        // A month is the longest that lies between two times, but for a rhythm of several weeks.
        var found: Day?
        var next = first(from: max(from, day + -Self.longestPause))
        while let time = next, time <= day {
            found = time
            next = first(from: time + 1)
        }
        return found
    }

    private static let longestPause = 7 * Rhythm.mostWeeks
}

extension ActionTime.Rhythm {
    /// A rhythm of more weeks is none that anybody remembers.
    package static let mostWeeks = 12

    fileprivate func first(from day: Day, begun: Day) -> Day {
        switch self {
        case .daily: return day
        case .workingDays: return WorkingDays.isWorkingDay(day) ? day : WorkingDays.after(day, 1)
        case .weekly(let weekdays):
            let found = (0..<7).map { day + $0 }.first { weekdays.contains($0.weekday) }
            return found ?? day
        case .everyWeeks(let weeks):
            let pause = 7 * max(1, weeks)
            return begun + (day - begun + pause - 1) / pause * pause
        case .monthly: return Self.monthly(from: day, begun: begun)
        }
    }

    private static func monthly(from day: Day, begun: Day) -> Day {
        let (year, month, dayOfMonth) = begun.civil
        let whole = (day.civil.year - year) * 12 + day.civil.month - month
        for months in max(0, whole)...max(0, whole) + 1 {
            let index = month - 1 + months
            let time = lastValid(year + index / 12, index % 12 + 1, dayOfMonth)
            if day <= time { return time }
        }
        return day
    }

    private static func lastValid(_ year: Int, _ month: Int, _ day: Int) -> Day {
        for candidate in stride(from: day, through: 28, by: -1) {
            if let found = Day(year, month, candidate) { return found }
        }
        return Day(year, month, min(day, 28)) ?? Day(number: 0)
    }
}

extension ActionTime {
    /// To be sealed: a word, numbers where it takes any, and a day.
    package var text: String {
        switch self {
        case .by(let day): "by \(day.iso)"
        case .each(.daily, let from): "daily \(from.iso)"
        case .each(.workingDays, let from): "workingDays \(from.iso)"
        case .each(.weekly(let days), let from): "weekly-\(Self.numbers(days)) \(from.iso)"
        case .each(.everyWeeks(let weeks), let from): "weeks-\(weeks) \(from.iso)"
        case .each(.monthly, let from): "monthly \(from.iso)"
        }
    }

    private static func numbers(_ days: Set<Day.Weekday>) -> String {
        days.map { String($0.rawValue) }.sorted().joined()
    }

    /// Reads what ``text`` wrote; nil for anything else.
    package init?(text: some StringProtocol) {
        let halves = String(text).split(separator: " ").map { String($0) }
        guard halves.count == 2, let day = Day(halves[1]) else { return nil }
        let parts = halves[0].split(separator: "-").map { String($0) }
        switch (parts[0], parts.count > 1 ? parts[1] : "") {
        case ("by", _): self = .by(day)
        case ("daily", _): self = .each(.daily, from: day)
        case ("workingDays", _): self = .each(.workingDays, from: day)
        case ("weekly", let digits):
            let days = digits.compactMap { $0.wholeNumberValue.flatMap(Day.Weekday.init(rawValue:)) }
            self = .each(.weekly(Set(days)), from: day)
        case ("weeks", let digits): self = .each(.everyWeeks(Int(digits) ?? 2), from: day)
        case ("monthly", _): self = .each(.monthly, from: day)
        default: return nil
        }
    }
}
