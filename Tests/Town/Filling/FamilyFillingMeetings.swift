// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules

extension FamilyFilling {
    /// Meetings that come, with what each said to them, and those that were held.
    func meetings() throws -> [Happening] { try told.meetings.flatMap(happenings) }

    private func happenings(_ told: TownMeeting) throws -> [Happening] {
        let answers = try told.invited.reduce(into: [ID<Account>: Meeting.Answer]()) { said, one in
            said[try account(one.key)] = Meeting.Answer(rawValue: one.value.rawValue)
        }
        let convener = try account(told.convener)
        let meeting = Meeting(
            id: ids.next(at: told.made), about: try persons(told.about), convener: convener,
            invited: Set(answers.keys).union([convener]), made: told.made,
            times: [Meeting.Time(told.starts, minutes: 60)], state: .planned, chosen: 0)
        let text = MeetingText(subject: told.subject, place: told.place)
        let proposed = Happening(told.made) { key, connection, vault in
            try connection.keep(meeting, saying: text, answered: answers, at: told.made, key, vault)
        }
        guard let written = told.minutes else { return [proposed] }
        let (came, by) = (Set(try written.came.map { try account($0) }), try account(written.by))
        return [
            proposed,
            Happening(written.at) { key, connection, vault in
                let minutes = Minutes(came: came, notes: try PlainText.paragraphs(written.notes).text)
                try connection.keep(
                    minutes, 1, of: try meeting.held(at: written.at), by: by, at: written.at, key, vault)
            },
        ]
    }
}
