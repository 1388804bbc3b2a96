// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// Reads when somebody means from how they say it: "elke dinsdag", "voor 3 december", "in two weeks".
///
/// What it does not know it leaves alone: a wrong day would be worse than none.
package struct ActionTimeReader: Sendable {
    private typealias Words = ActionVocabulary
    private let today: Day
    private let known = ActionVocabulary.both

    package init(today: Day) { self.today = today }

    /// When a phrase says; nil where it says nothing about that.
    package func time(in phrase: some StringProtocol) -> ActionTime? { time(Self.words(of: phrase)) }

    /// In lower case, without the dots and commas between them.
    static func words(of phrase: some StringProtocol) -> [String] {
        phrase.lowercased().split { $0.isWhitespace || $0 == "," || $0 == "." || $0 == "!" || $0 == "–" }.map(
            String.init)
    }

    private func time(_ words: [String]) -> ActionTime? {
        guard !words.isEmpty else { return nil }
        if let start = words.firstIndex(where: Words.from.contains), let day = day(Array(words[(start + 1)...])) {
            return start == 0 ? .by(day) : rhythm(Array(words[..<start])).map { .each($0, from: day) }
        }
        if let rhythm = rhythm(words) { return .each(rhythm, from: today) }
        return day(words).map { .by($0) }
    }

    // MARK: Again and again

    private func rhythm(_ words: [String]) -> ActionTime.Rhythm? {
        if words.count == 1, let alone = Self.adverbs[words[0]] { return alone }
        if let weekdays = plurals(words) { return .weekly(weekdays) }
        if words == ["om", "de", "week"] { return .everyWeeks(2) }
        guard let first = words.first, Words.every.contains(first) else { return nil }
        return each(Array(words.dropFirst()))
    }

    private static let adverbs: [String: ActionTime.Rhythm] = [
        "dagelijks": .daily, "daily": .daily, "wekelijks": .everyWeeks(1), "weekly": .everyWeeks(1),
        "maandelijks": .monthly, "monthly": .monthly, "tweewekelijks": .everyWeeks(2), "fortnightly": .everyWeeks(2),
    ]

    private func each(_ words: [String]) -> ActionTime.Rhythm? {
        if let weekdays = weekdays(words) { return .weekly(weekdays) }
        if words == ["school", "day"] { return .workingDays }
        guard let unit = words.last else { return nil }
        let count = words.dropLast()
        if count.isEmpty {
            if Words.day.contains(unit) { return .daily }
            if Words.workingDay.contains(unit) { return .workingDays }
            if Words.week.contains(unit) { return .everyWeeks(1) }
            return Words.month.contains(unit) ? .monthly : nil
        }
        guard count.count == 1, Words.week.contains(unit) else { return nil }
        if Words.other.contains(count[0]) { return .everyWeeks(2) }
        return number(count[0]).flatMap { (1...ActionTime.Rhythm.mostWeeks).contains($0) ? .everyWeeks($0) : nil }
    }

    /// "dinsdag en donderdag".
    private func weekdays(_ words: [String]) -> Set<Day.Weekday>? {
        let names = words.filter { !Words.and.contains($0) && !Words.every.contains($0) }
        let days = names.map { known.weekdays[$0] }
        guard !names.isEmpty, days.allSatisfy({ $0 != nil }) else { return nil }
        return Set(days.compactMap(\.self))
    }

    /// "op dinsdagen", "Tuesdays and Fridays".
    private func plurals(_ words: [String]) -> Set<Day.Weekday>? {
        let names = words.filter { !Words.and.contains($0) && !Words.before.contains($0) }
        let days = names.map { name in
            name.hasSuffix("en")
                ? known.weekdays[String(name.dropLast(2))]
                : name.hasSuffix("days") ? known.weekdays[String(name.dropLast())] : nil
        }
        guard !names.isEmpty, days.allSatisfy({ $0 != nil }) else { return nil }
        return Set(days.compactMap(\.self))
    }

    // MARK: One day

    private func day(_ words: [String]) -> Day? {
        if words.count == 1, let day = near(words[0]) { return day }
        if let day = span(words) ?? ofWeek(words) ?? dated(words) { return day }
        guard words.count > 1, Words.before.contains(words[0]) else { return nil }
        if words[0] == "eind" || words.starts(with: ["the", "end", "of"]) { return endOfMonth(words.last ?? "") }
        return day(Array(words.dropFirst()))
    }

    private func near(_ word: String) -> Day? {
        switch word {
        case "vandaag", "today", "vanavond", "tonight", "vanmiddag": today
        case "morgen", "tomorrow", "morgenochtend", "morgenmiddag": today + 1
        case "overmorgen": today + 2
        default: known.weekdays[word].map { next($0, after: today) } ?? Day(word) ?? digits(word)
        }
    }

    /// "over drie dagen", "binnen twee weken", "in 6 weeks".
    private func span(_ words: [String]) -> Day? {
        guard words.count == 3, Words.after.contains(words[0]), let count = number(words[1]), count <= 366 else {
            return nil
        }
        if Words.day.contains(words[2]) { return today + count }
        if Words.week.contains(words[2]) { return today + 7 * count }
        guard Words.month.contains(words[2]) else { return nil }
        return ActionTime.each(.monthly, from: today).first(from: today + 28 * count)
    }

    /// "volgende week", "volgende week dinsdag", "next Tuesday".
    private func ofWeek(_ words: [String]) -> Day? {
        guard let first = words.first, words.count > 1 else { return nil }
        let isNext = Words.next.contains(first)
        guard isNext || Words.this.contains(first) else { return nil }
        let monday = today + (1 - today.weekday.rawValue)
        let week = isNext ? monday + 7 : monday
        if Words.week.contains(words[1]) {
            guard let name = words.dropFirst(2).last else { return words.count == 2 ? week + 4 : nil }
            return known.weekdays[name].map { week + ($0.rawValue - 1) }
        }
        guard words.count == 2, let weekday = known.weekdays[words[1]] else { return nil }
        return next(weekday, after: today)
    }

    /// "3 december", "dinsdag 3 december 2026", "December 3rd".
    private func dated(_ words: [String]) -> Day? {
        var words = words
        if words.count > 2, known.weekdays[words[0]] != nil { words.removeFirst() }
        var year: Int?
        if words.count == 3, let last = Int(words[2]), (2000...2999).contains(last) {
            year = last
            words.removeLast()
        }
        guard words.count == 2 else { return nil }
        if let month = known.months[words[1]] { return day(ordinal(words[0]), month, year) }
        return known.months[words[0]].flatMap { day(ordinal(words[1]), $0, year) }
    }

    /// "3-12", "3/12/2026".
    private func digits(_ word: String) -> Day? {
        let parts = word.split { $0 == "-" || $0 == "/" }.map { Int($0) }
        guard (2...3).contains(parts.count), let dayOfMonth = parts[0], let month = parts[1] else { return nil }
        return day(dayOfMonth, month, parts.count == 3 ? parts[2] : nil)
    }

    /// The next such day: in a year that is not said it lies ahead.
    private func day(_ dayOfMonth: Int?, _ month: Int, _ year: Int?) -> Day? {
        guard let dayOfMonth else { return nil }
        if let year { return Day(year, month, dayOfMonth) }
        let this = today.civil.year
        // A leap day may be eight years off (1896 to 1904 and 2096 to 2104).
        return (this...this + 8).lazy.compactMap { Day($0, month, dayOfMonth) }.first { today <= $0 }
    }

    private func endOfMonth(_ name: String) -> Day? {
        guard let month = known.months[name] else { return nil }
        let year = today.civil.year
        return [year, year + 1].lazy.compactMap { year in
            (28...31).reversed().lazy.compactMap { Day(year, month, $0) }.first
        }.first { today <= $0 }
    }

    private func ordinal(_ word: String) -> Int? {
        let digits = word.prefix { $0.isNumber }
        return ["", "e", "de", "ste", "st", "nd", "rd", "th"].contains(String(word.dropFirst(digits.count)))
            ? Int(digits) : nil
    }

    private func number(_ word: String) -> Int? { Int(word) ?? known.numbers[word] }

    private func next(_ weekday: Day.Weekday, after day: Day) -> Day {
        day + 1 + (weekday.rawValue - (day + 1).weekday.rawValue + 7) % 7
    }
}
