// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Kernel
import Testing

@Suite struct `A day` {
    @Test func `is the day that Foundation's calendar has, through decades`() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        for number in stride(from: -25_567, through: 47_846, by: 1) {
            let day = Day(number: number)
            let date = Date(timeIntervalSince1970: Double(number) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
            let isSame =
                day.civil == (parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
                && day.weekday.rawValue % 7 + 1 == parts.weekday
                && Day(day.civil.year, day.civil.month, day.civil.day) == day
            try #require(isSame, "\(day) is not \(date)")
        }
    }

    @Test(arguments: ["2026-11-23", "0001-01-01", "2024-02-29", "9999-12-31"])
    func `is read as it is written`(text: String) {
        #expect(Day(text)?.iso == text)
    }

    @Test(arguments: [
        "", "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "26-04-01", "2026-4-1", "2026-04-01 ",
        "+026-04-01", "-026-04-01", "2026-+4-01", "2026/04/01", "二〇二六-04-01", "0000-01-01",
    ])
    func `is not read from what is no day`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test(arguments: [
        ("2014-06-03" as Day, 12, "2026-06-03" as Day),
        ("2012-02-29", 12, "2024-02-29"),
        ("2012-02-29", 18, "2030-03-01"),
        ("2010-12-31", 16, "2026-12-31"),
    ])
    func `has its birthdays`(born: Day, years: Int, birthday: Day) {
        #expect(born.adding(years: years) == birthday)
    }

    @Test func `sorts as text as it counts`() {
        let days = [9, -1, 0, 400, 20_000, 15_000].map { Day(number: $0) }
        #expect(days.sorted().map(\.iso) == days.map(\.iso).sorted())
    }
}

@Suite struct `A period` {
    @Test(arguments: [
        ("2026-01-31" as Day, false), ("2026-02-01", true), ("2026-02-27", true), ("2026-02-28", false),
    ])
    func `begins on its first day and is over on its last`(day: Day, isIn: Bool) {
        #expect(Period(from: "2026-02-01", until: "2026-02-28").contains(day) == isIn)
    }

    @Test func `without an end goes on`() {
        #expect(Period(from: "2026-02-01").contains("2126-02-01"))
    }
}
