// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Testing

@testable import Site

@Suite struct `Days and numbers` {
    private let today: Day = "2026-11-23"

    @Test(arguments: [
        ("2026-11-23" as Day, "Vandaag", "Today"),
        ("2026-11-24", "Morgen, dinsdag 24 november", "Tomorrow, Tuesday 24 November"),
        ("2026-11-22", "Gisteren, zondag 22 november", "Yesterday, Sunday 22 November"),
        ("2026-12-03", "Donderdag 3 december", "Thursday 3 December"),
        ("2027-01-11", "Maandag 11 januari 2027", "Monday 11 January 2027"),
    ])
    func `are said with their weekday`(day: Day, dutch: String, english: String) {
        #expect(Language.nl.day(day, today: today) == dutch)
        #expect(Language.en.day(day, today: today) == english)
    }

    @Test(arguments: [
        ("2026-11-23" as Day, "Vandaag"), ("2026-11-24", "Morgen, dinsdag 24 november"),
        ("2026-11-30", "Uiterlijk maandag 30 november"), ("2026-11-20", "Vrijdag 20 november"),
    ])
    func `say by when`(day: Day, text: String) {
        #expect(Language.nl.by(day, today: today) == text)
    }

    @Test func `are said in full`() {
        #expect(Language.nl.fullDate(today) == "Maandag 23 november 2026")
        #expect(Language.en.fullDate(today) == "Monday 23 November 2026")
        #expect(Language.nl.dateInside(today) == "23 november 2026")
        #expect(Language.nl.month(today) == "November 2026")
    }

    @Test(arguments: [(9, 40, "9.40 uur", "9:40"), (0, 5, "0.05 uur", "0:05"), (22, 0, "22.00 uur", "22:00")])
    func `have a clock`(hour: Int, minute: Int, dutch: String, english: String) {
        let moment = Moment(today, hour: hour, minute: minute)
        #expect(Language.nl.clock(moment) == dutch)
        #expect(Language.en.clock(moment) == english)
        #expect(Language.nl.dayAndClock(moment, today: today) == "Vandaag, \(dutch)")
    }

    @Test(arguments: [
        (0, "vandaag"), (1, "over 1 dag"), (3, "over 3 dagen"), (-3, "3 dagen geleden"), (14, "over 14 dagen"),
        (21, "over 3 weken"), (-35, "5 weken geleden"),
    ])
    func `have a distance`(days: Int, text: String) {
        #expect(Language.nl.distance(to: today + days, from: today) == text)
    }

    @Test(arguments: [
        (Duration.minutes(40), "40 minuten", "40 minutes"), (.minutes(1), "1 minuut", "1 minute"),
        (.minutes(-5), "0 minuten", "0 minutes"), (.hours(3), "3 uur", "3 hours"), (.days(5), "5 dagen", "5 days"),
        (.days(36), "5 weken", "5 weeks"),
    ])
    func `have a length`(span: Duration, dutch: String, english: String) {
        #expect(Language.nl.span(span) == dutch)
        #expect(Language.en.span(span) == english)
    }

    @Test(arguments: [
        ([], ""), (["Aylin"], "Aylin"), (["Aylin", "Joost"], "Aylin en Joost"), (["A", "B", "C"], "A, B en C"),
    ])
    func `are listed`(names: [String], text: String) {
        #expect(Language.nl.list(names) == text)
    }

    @Test(arguments: [
        (0, "0", "0"), (999, "999", "999"), (1_234, "1.234", "1,234"), (-1_234_567, "-1.234.567", "-1,234,567"),
    ])
    func `are counted`(number: Int, dutch: String, english: String) {
        #expect(Language.nl.number(number) == dutch)
        #expect(Language.en.number(number) == english)
    }

    @Test func `have decimals`() {
        #expect(Language.nl.number(7.5, decimals: 1) == "7,5")
        #expect(Language.nl.number(-0.04, decimals: 1) == "0,0")
        #expect(Language.en.number(1_234.056, decimals: 2) == "1,234.06")
        #expect(Language.nl.number(.infinity, decimals: 1) == "–")
        #expect(Language.nl.count(2) == "twee")
        #expect(Language.nl.count(13) == "13")
        #expect(Language.en.count(-1) == "-1")
    }
}
