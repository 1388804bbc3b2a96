// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// The year that ends with today: all dates of the town are told from here, so that it always looks fresh.
package struct TownCalendar: Hashable, Sendable {
    package let today: Day

    package init(today: Day) { self.today = today }

    /// The day that many days ago.
    package func ago(_ days: Int) -> Day { today + -days }

    /// The working day that many working days before today.
    package func workday(ago count: Int) -> Day {
        var day = today
        var left = count
        while left > 0 {
            day = day + -1
            if WorkingDays.isWorkingDay(day) { left -= 1 }
        }
        return day
    }

    /// The end of office hours, a number of working days from today; today itself for zero.
    package func dueIn(_ workdays: Int) -> Moment { Moment(WorkingDays.after(today, workdays), hour: 17) }

    /// The end of office hours, a number of working days before today.
    package func dueAgo(_ workdays: Int) -> Moment { Moment(workday(ago: workdays), hour: 17) }

    /// The birth day of somebody of an age today, whose next birthday is that many days away.
    package func born(_ age: Int, birthdayIn days: Int) -> Day { (today + days).adding(years: -age - 1) }

    /// A message, a number of working days before today.
    package func says(_ author: String, _ workdaysAgo: Int, _ hour: Int, _ minute: Int, _ text: String) -> TownMessage {
        TownMessage(author, at: Moment(workday(ago: workdaysAgo), hour: hour, minute: minute), text)
    }

    /// A promise made some working days ago and due so many from today; a negative number is late already.
    package func promise(
        _ owner: String, to receiver: String, _ kind: TownPromise.Kind, about: [String], made: Int, due: Int,
        settled: Int? = nil, _ text: String
    ) -> TownPromise {
        TownPromise(
            owner, to: receiver, kind, about: about, text, made: Moment(workday(ago: made), hour: 10),
            due: due < 0 ? dueAgo(-due) : dueIn(due),
            settled: settled.map { Moment(workday(ago: $0), hour: 15) })
    }
}
