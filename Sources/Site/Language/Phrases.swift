// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// Days, clocks, spans, lists and numbers, said as people say them.
///
/// Plain arithmetic on ``Day`` and ``Moment``: Foundation's formatters say the same at fifty times the cost, and a
/// page of messages asks for a hundred. Functions that begin a sentence give a capital; those named `…Inside` don't.
extension Language {
    /// "Vandaag", "Morgen, dinsdag 24 november", "Donderdag 3 december"; with the year when it is another one.
    package func day(_ day: Day, today: Day) -> String { dayInside(day, today: today).capitalised }

    /// The same in the middle of a sentence.
    package func dayInside(_ day: Day, today: Day) -> String {
        switch day - today {
        case 0: time.today
        case 1: "\(time.tomorrow), \(dated(day, today: today))"
        case -1: "\(time.yesterday), \(dated(day, today: today))"
        default: dated(day, today: today)
        }
    }

    /// "Uiterlijk maandag 30 november"; within two days "Vandaag" and "Morgen, dinsdag 24 november" say enough.
    package func by(_ day: Day, today: Day) -> String {
        day - today > 1 ? time.by(dated(day, today: today)) : self.day(day, today: today)
    }

    /// "Maandag 23 november 2026".
    package func fullDate(_ day: Day) -> String {
        "\(weekday(day)) \(dateInside(day))".capitalised
    }

    /// "23 november 2026".
    package func dateInside(_ day: Day) -> String { "\(dayAndMonth(day)) \(day.civil.year)" }

    /// "maandag", "Monday".
    package func weekday(_ day: Day) -> String { time.weekdays[day.weekday.rawValue - 1] }

    /// "november 2026".
    package func month(_ day: Day) -> String {
        let (year, month, _) = day.civil
        return "\(time.months[month - 1]) \(year)".capitalised
    }

    /// "9.40 uur", "9:40".
    package func clock(_ moment: Moment) -> String {
        let (_, hour, minute) = moment.local
        return time.clock(hour: hour, minute: minute)
    }

    /// "Vandaag, 12.00 uur"; "Donderdag 3 december, 15.30 uur".
    package func dayAndClock(_ moment: Moment, today: Day) -> String {
        dayAndClockInside(moment, today: today).capitalised
    }

    /// The same in the middle of a sentence.
    package func dayAndClockInside(_ moment: Moment, today: Day) -> String {
        let (day, hour, minute) = moment.local
        return "\(dayInside(day, today: today)), \(time.clock(hour: hour, minute: minute))"
    }

    /// "over 3 dagen", "3 dagen geleden", "vandaag": days up to two weeks, then whole weeks.
    package func distance(to day: Day, from today: Day) -> String {
        let days = day - today
        guard days != 0 else { return time.today }
        let span = abs(days) <= 14 ? time.days(abs(days)) : time.weeks(abs(days) / 7)
        return days > 0 ? time.ahead(span) : time.ago(span)
    }

    /// "40 minuten", "3 uur", "5 dagen", "5 weken": in the largest measure of which there are two.
    package func span(_ span: Duration) -> String {
        let minutes = Int(max(0, span.inMilliseconds) / 60_000)
        return switch minutes {
        case ..<120: time.minutes(minutes)
        case ..<(48 * 60): time.hours(minutes / 60)
        case ..<(15 * 24 * 60): time.days(minutes / (24 * 60))
        default: time.weeks(minutes / (7 * 24 * 60))
        }
    }

    /// "Aylin", "Aylin en Joost", "Aylin, Joost en Sanne".
    package func list(_ names: [String]) -> String { list(names, with: time.and) }

    /// "Aylin of Joost".
    package func choice(_ names: [String]) -> String { list(names, with: time.or) }

    /// "twee" up to and with twelve, then "13" and "1.234".
    package func count(_ number: Int) -> String {
        time.smallNumbers.indices.contains(number) ? time.smallNumbers[number] : self.number(number)
    }

    /// "1.234", "1,234".
    package func number(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? "-" : ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { text.append(time.thousands) }
            text.append(digit)
        }
        return text
    }

    /// "7,5": a number with that many decimals.
    package func number(_ number: Double, decimals: Int) -> String {
        let factor = (0..<decimals).reduce(1.0) { product, _ in product * 10 }
        guard number.isFinite, abs(number * factor) < 1e15 else { return "–" }
        let whole = Int((abs(number) * factor).rounded())
        let sign = number < 0 && whole > 0 ? "-" : ""
        guard decimals > 0 else { return sign + self.number(whole) }
        let rest = String(whole % Int(factor))
        let padding = String(repeating: "0", count: decimals - rest.count)
        return "\(sign)\(self.number(whole / Int(factor)))\(time.decimal)\(padding)\(rest)"
    }

    private func list(_ names: [String], with last: String) -> String {
        guard names.count > 1 else { return names.first ?? "" }
        return "\(names.dropLast().joined(separator: ", ")) \(last) \(names[names.count - 1])"
    }

    private func dated(_ day: Day, today: Day) -> String {
        let year = day.civil.year
        return "\(weekday(day)) \(dayAndMonth(day))\(year == today.civil.year ? "" : " \(year)")"
    }

    private func dayAndMonth(_ day: Day) -> String {
        let (_, month, dayOfMonth) = day.civil
        return "\(dayOfMonth) \(time.months[month - 1])"
    }
}

extension String {
    /// The text with a capital, as at the beginning of a sentence.
    package var capitalised: String {
        guard let first else { return self }
        return first.uppercased() + dropFirst()
    }
}
