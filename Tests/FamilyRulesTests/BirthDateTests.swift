// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Testing

@Suite struct `A date of birth` {
    @Test(arguments: [
        ("2011-06-03", "2011-06-03" as Day),
        ("2011-06-00", "2011-06-30"),
        ("2012-02-00", "2012-02-29"),
        ("2011-12-00", "2011-12-31"),
        ("2011-00-00", "2011-12-31"),
    ])
    func `counts as the latest day it can be, and is written as it was read`(text: String, latest: Day) throws {
        let birth = try #require(BirthDate(text))
        #expect(birth.latest == latest)
        #expect(birth.text == text)
    }

    @Test(arguments: [
        "", "2011", "2011-06", "2011-6-3", "2011-13-01", "2011-02-30", "2011-00-05", "2011-+6-03", "+011-06-03",
        "2011-06-03 ", "2011/06/03", "abcd-ef-gh", "2011-06-0٣",
    ])
    func `is nothing else`(text: String) {
        #expect(BirthDate(text) == nil)
    }

    @Test(arguments: [
        ("2010-11-23", 16, "2026-11-22" as Day, false),
        ("2010-11-23", 16, "2026-11-23", true),
        ("2008-02-29", 18, "2026-02-28", false),
        ("2008-02-29", 18, "2026-03-01", true),
        ("2008-02-29", 12, "2020-02-29", true),
        ("2010-11-00", 16, "2026-11-29", false),
        ("2010-11-00", 16, "2026-11-30", true),
        ("2010-00-00", 16, "2026-12-30", false),
        ("2010-00-00", 16, "2026-12-31", true),
    ])
    func `makes somebody older on the birthday itself`(text: String, years: Int, day: Day, isOlder: Bool) throws {
        #expect(try #require(BirthDate(text)).isAtLeast(years, on: day) == isOlder)
    }

    @Test(arguments: [
        ("2010-11-23", "2026-11-22" as Day, 15), ("2010-11-23", "2026-11-23", 16), ("2026-11-24", "2026-11-23", 0),
        ("2008-02-29", "2026-02-28", 17), ("2010-00-00", "2026-06-01", 15),
    ])
    func `tells an age that is certain`(text: String, day: Day, age: Int) throws {
        #expect(try #require(BirthDate(text)).age(on: day) == age)
    }

    @Test func `that may not be told makes nobody a child`() {
        #expect(AgeBand(.notTold, on: today) == .adult)
    }
}

@Suite struct `An age band` {
    @Test(arguments: [
        ("2022-06-02" as Day, AgeBand.under12), ("2022-06-03", .from12),
        ("2026-06-02", .from12), ("2026-06-03", .from16),
        ("2028-06-02", .from16), ("2028-06-03", .adult),
    ])
    func `changes on the twelfth, sixteenth and eighteenth birthday`(day: Day, band: AgeBand) throws {
        #expect(AgeBand(try #require(BirthDate("2010-06-03")), on: day) == band)
    }
}

@Suite struct `A birth that nobody knows` {
    @Test func `is younger than any line, and is read back as itself`() {
        #expect(BirthDate("0000-00-00") == .unknown)
        #expect(BirthDate.unknown.text == "0000-00-00")
        #expect(AgeBand(.unknown, on: "2200-01-01") == .under12)
        #expect(BirthDate.unknown.age(on: today) == 0)
        #expect(!BirthDate.unknown.isKnown && !BirthDate.notTold.isKnown)
        #expect(BirthDate("2011-00-00")?.isKnown == true)
    }

    @Test(arguments: [today, "2200-01-01"])
    func `of somebody erased at sixteen or seventeen stays between those lines`(day: Day) {
        #expect(AgeBand(.erasedFrom16, on: day) == .from16)
    }
}
