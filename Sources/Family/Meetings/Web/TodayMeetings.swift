// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

extension TodayDrawing {
    /// Those of today; at home, where there is none, the next one.
    var meetings: [TodayPage.MeetingGroup] {
        let days = Dictionary(grouping: sight.meetings) { $0.time.starts.day == now.day }
        let words = language.meetings
        if let found = days[true] {
            return [TodayPage.MeetingGroup(id: "meetings", title: words.today, rows: found.map(meeting))]
        }
        guard let next = days[false]?.first else { return [] }
        return [TodayPage.MeetingGroup(id: "meetings", title: words.next, rows: [meeting(next)])]
    }

    private func meeting(_ meeting: MeetingToday) -> PromiseRow {
        let isToday = meeting.time.starts.day == now.day
        return PromiseRow(
            .open,
            due: isToday
                ? language.meetings.from(language.clock(meeting.time.starts))
                : MeetingLine.span(meeting.time, today: now.day, language),
            what: meeting.subject ?? language.meetings.erased, link: .meeting(meeting.family, meeting.meeting),
            note: account.kind == .professional || sight.homes.count > 1
                ? meeting.familyName.map(language.today.family) : nil)
    }
}
