// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// How a meeting is said on lists: when, what it is about, how it stands.
struct MeetingLine {
    let sight: MeetingSight
    let today: Day
    let language: Language

    private var words: any MeetingWords { language.meetings }

    var title: String { sight.text.map(\.subject) ?? words.erased }

    /// "Donderdag 3 december, 15.30 uur tot 16.30 uur".
    static func span(_ time: Meeting.Time, today: Day, _ language: Language) -> String {
        language.meetings.span(language.dayAndClock(time.starts, today: today), until: language.clock(time.ends))
    }

    func row(in family: ID<Family>) -> PromiseRow {
        let state = sight.meeting.state
        let time = sight.meeting.time.map { Self.span($0, today: today, language) }
        return PromiseRow(
            state == .held ? .done : .open, due: time ?? words.noTimeYet, what: title,
            link: .meeting(family, sight.meeting.id), note: state == .planned ? nil : words.state(state) + ".")
    }
}

/// The meetings of a family that one reader may know of: what comes, and what was.
struct MeetingListPage: Equatable {
    let language: Language
    let family: ID<Family>
    let coming: [PromiseRow]
    let past: [PromiseRow]
    /// To propose one about each of whom the reader may.
    let proposals: [Button]
    let readsPlan: Bool

    init(
        _ sights: [MeetingSight], in family: ID<Family>, _ circle: CircleSight, _ reading: Reading, now: Moment,
        language: Language
    ) {
        (self.language, self.family, readsPlan) = (language, family, reading.readsPlan)
        let rows = { (sights: [MeetingSight]) in
            sights.map { MeetingLine(sight: $0, today: now.day, language: language).row(in: family) }
        }
        coming = rows(sights.filter { $0.meeting.isComing(at: now) })
        past = rows(sights.filter { !$0.meeting.isComing(at: now) }.reversed())
        let children = reading.meetingSubjects.filter { !reading.adults.contains($0) }
        let subjects = children.isEmpty ? Array(reading.meetingSubjects.prefix(1)) : children
        proposals = subjects.enumerated().map { place, person in
            Button(
                MeetingFormPage.title([person], in: circle, language), .link(.newMeeting(family, about: [person])),
                place == 0 ? .main : .quiet)
        }
    }

    private var words: any MeetingWords { language.meetings }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: words.lead, above: More(.circle(family), language.invitations.toCircle),
            actions: proposals))
        \(if: coming.isEmpty && past.isEmpty, Empty(words.nothing, words.nothingText).html)\
        \(if: !coming.isEmpty, Section("coming", words.coming, PromiseList(coming).html).html)\
        \(if: !past.isEmpty, Section("past", words.past, PromiseList(past).html).html)
        <p class="actions">\(More(.calendar, words.toCalendar))\(if: readsPlan, More(.plan(family), language.plan.title).html)</p>
        """
    }
}
