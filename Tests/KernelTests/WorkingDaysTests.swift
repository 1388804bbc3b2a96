// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Testing

/// The expected days are those that rijksoverheid.nl publishes for each year, and the United States Census Bureau's
/// table of Easter.
@Suite struct `Working days` {
    @Test(arguments: [
        (
            2024,
            [
                "01-01", "03-29", "03-31", "04-01", "04-27", "05-05", "05-09", "05-19", "05-20", "12-25", "12-26",
            ]
        ),
        (
            2025,
            [
                "01-01", "04-18", "04-20", "04-21", "04-26", "05-05", "05-29", "06-08", "06-09", "12-25", "12-26",
            ]
        ),
        (
            2026,
            [
                "01-01", "04-03", "04-05", "04-06", "04-27", "05-05", "05-14", "05-24", "05-25", "12-25", "12-26",
            ]
        ),
        (
            2027,
            [
                "01-01", "03-26", "03-28", "03-29", "04-27", "05-05", "05-06", "05-16", "05-17", "12-25", "12-26",
            ]
        ),
        (
            2028,
            [
                "01-01", "04-14", "04-16", "04-17", "04-27", "05-05", "05-25", "06-04", "06-05", "12-25", "12-26",
            ]
        ),
    ])
    func `leave out the year's holidays`(year: Int, holidays: [String]) throws {
        let first = try #require(Day(year, 1, 1))
        let found = (0..<366).map { first + $0 }.filter { $0.civil.year == year && WorkingDays.isHoliday($0) }
        #expect(found.map { String($0.iso.dropFirst(5)) } == holidays)
    }

    @Test(arguments: [
        (2000, "04-23"), (2001, "04-15"), (2002, "03-31"), (2003, "04-20"), (2004, "04-11"), (2005, "03-27"),
        (2006, "04-16"), (2007, "04-08"), (2008, "03-23"), (2009, "04-12"), (2010, "04-04"), (2011, "04-24"),
        (2012, "04-08"), (2013, "03-31"), (2014, "04-20"), (2015, "04-05"), (2016, "03-27"), (2017, "04-16"),
        (2018, "04-01"), (2019, "04-21"), (2020, "04-12"), (2021, "04-04"), (2022, "04-17"), (2023, "04-09"),
        (2024, "03-31"), (2025, "04-20"), (2026, "04-05"), (2027, "03-28"), (2028, "04-16"), (2029, "04-01"),
        (2030, "04-21"), (2031, "04-13"), (2032, "03-28"), (2033, "04-17"), (2034, "04-09"), (2035, "03-25"),
        (2036, "04-13"), (2037, "04-05"), (2038, "04-25"), (2039, "04-10"), (2040, "04-01"),
    ])
    func `know when it is Easter`(year: Int, day: String) {
        #expect(WorkingDays.easter(year).iso == "\(year)-\(day)")
    }

    @Test(arguments: [
        ("2026-11-23" as Day, 1, "2026-11-24" as Day),
        ("2026-11-27", 1, "2026-11-30"),
        ("2026-11-28", 1, "2026-11-30"),
        ("2026-11-29", 5, "2026-12-04"),
        ("2026-04-02", 1, "2026-04-07"),
        ("2026-12-24", 1, "2026-12-28"),
        ("2026-12-31", 2, "2027-01-05"),
        ("2026-04-24", 5, "2026-05-04"),
        ("2026-11-23", 0, "2026-11-23"),
    ])
    func `are counted from the day after`(day: Day, count: Int, then: Day) {
        #expect(WorkingDays.after(day, count) == then)
    }

    @Test func `between two days are those that counting on passes`() {
        for count in 0..<60 {
            let start: Day = "2026-03-20"
            #expect(WorkingDays.between(start, WorkingDays.after(start, count)) == count)
        }
    }

    @Test func `between a day and an earlier one are none`() {
        #expect(WorkingDays.between("2026-03-20", "2026-03-10") == 0)
    }
}
