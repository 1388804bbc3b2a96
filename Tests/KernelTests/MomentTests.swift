// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Kernel
import Testing

@Suite struct `A moment` {
    private static let amsterdam: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/Amsterdam") ?? .gmt
        return calendar
    }()

    @Test(arguments: [0, 1, 3, 9, 12, 17, 23])
    func `is what a clock in the Netherlands shows, each day of ten years`(hour: Int) throws {
        for day in (0..<3_653).map({ ("2020-01-01" as Day) + $0 }) {
            let (year, month, dayOfMonth) = day.civil
            let parts = DateComponents(year: year, month: month, day: dayOfMonth, hour: hour)
            let date = try #require(Self.amsterdam.date(from: parts))
            let moment = Moment(day, hour: hour)
            try #require(moment.date == date, "\(day) \(hour)")
            try #require(moment.local == (day, hour, 0))
        }
    }

    @Test func `shows the time that the zone of the Netherlands has, from 1965 to 2105`() throws {
        let zone = try #require(TimeZone(identifier: "Europe/Amsterdam"))
        let (from, until) = (Moment("1965-01-01"), Moment("2105-01-01"))
        // Seven hours and a bit, so that in some year each change is met from both sides.
        for milliseconds in stride(from: from.milliseconds, to: until.milliseconds, by: 25_261_000) {
            let moment = Moment(milliseconds: milliseconds)
            let (day, hour, minute) = moment.local
            let shown = Int64(day.number) * 1_440 + Int64(hour) * 60 + Int64(minute)
            let seconds = Double(milliseconds) / 1_000 + Double(zone.secondsFromGMT(for: moment.date))
            try #require(shown == Int64((seconds / 60).rounded(.down)), "\(moment.date)")
        }
    }

    @Test(arguments: [
        ("2026-03-28" as Day, 24), ("2026-03-29", 23), ("2026-03-30", 24), ("2026-10-25", 25), ("2026-10-26", 24),
    ])
    func `knows that a day has 23 or 25 hours when the clock changes`(day: Day, hours: Int) {
        #expect(Moment(day + 1) - Moment(day) == .hours(hours))
    }

    @Test func `in the hour that the clock skips is one that exists`() {
        let moment = Moment("2026-03-29", hour: 2, minute: 30)
        #expect(moment.day == "2026-03-29")
        #expect((Moment("2026-03-29", hour: 1)...Moment("2026-03-29", hour: 4)).contains(moment))
    }

    @Test func `before 1970 has its day, too`() {
        #expect(Moment(milliseconds: -1).day == "1970-01-01")
        #expect(Moment(milliseconds: -3_600_001).day == "1969-12-31")
    }

    @Test(arguments: [
        (Duration.minutes(1), 60_000 as Int64), (.hours(24), 86_400_000), (.days(2), 172_800_000),
        (.milliseconds(1_500), 1_500), (.seconds(-1), -1_000),
    ])
    func `moves by spans of milliseconds`(span: Duration, milliseconds: Int64) {
        let moment = Moment(milliseconds: 1_000_000)
        #expect((moment + span).milliseconds == 1_000_000 + milliseconds)
        #expect(moment + span - moment == span)
        #expect(moment + span - span == moment)
    }
}
