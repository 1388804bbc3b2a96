// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// A meeting as somebody wants it.
package struct MeetingToPropose: Sendable {
    package let id: ID<Meeting>
    package let about: Set<ID<Person>>
    package let goals: Set<ID<Goal>>
    package let inviting: Set<ID<Account>>
    package let times: [Meeting.Time]
    package let text: MeetingText

    package init(
        id: ID<Meeting>, about: Set<ID<Person>>, goals: Set<ID<Goal>> = [], inviting: Set<ID<Account>>,
        times: [Meeting.Time], text: MeetingText
    ) {
        self.id = id
        self.about = about
        self.goals = goals
        self.inviting = inviting
        self.times = times
        self.text = text
    }
}

extension Connection {
    /// Proposes a meeting: each who was asked owes an answer, and who asked, of several times, a choice.
    ///
    /// - Throws: ``Meeting/Refusal``
    package func propose(
        _ asked: MeetingToPropose, at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let goals = try asked.goals.filter { try goal($0, key) != nil }
        let meeting = try Meeting.proposed(
            asked.id, by: key.reading, about: asked.about, goals: goals, inviting: asked.inviting, times: asked.times,
            readings: try readings(of: asked.inviting, key, vault), mustNotMeet: try mustNotMeet(key), at: now)
        try keep(meeting, saying: asked.text, at: now, key, vault)
        try ask(about: meeting, at: now, ids: ids, key, vault)
    }

    /// Keeps a meeting that the rule allowed, with what each said to its first time.
    package func keep(
        _ meeting: Meeting, saying text: MeetingText, answered answers: [ID<Account>: Meeting.Answer] = [:],
        at moment: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try insert(meeting, text, key)
        for (account, answer) in answers.sorted(by: { $0.key < $1.key }) {
            try keep(answer, to: 0, of: meeting.id, by: account, at: moment, key)
        }
        try journal(.meetingProposed, meeting, by: meeting.convener, at: moment, key, vault)
    }

    /// Changes when it is, where, and who is asked: everybody is asked anew.
    ///
    /// - Parameter version: of what was changed.
    /// - Throws: ``Meeting/Refusal``
    package func change(
        _ id: ID<Meeting>, from version: Int, to asked: MeetingToPropose, at now: Moment, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let before = try meetingToRun(id, key, vault)
        guard before.version == version else { throw Meeting.Refusal.changedMeanwhile }
        let meeting = try before.changed(
            inviting: asked.inviting, times: asked.times, readings: try readings(of: asked.inviting, key, vault),
            mustNotMeet: try mustNotMeet(key), at: now)
        try save(meeting, asked.text, at: now, key)
        try insertTimes(of: meeting, key)
        try journal(.meetingChanged, meeting, at: now, key, vault)
        try endPromises(about: meeting, at: now, key, vault)
        try ask(about: meeting, at: now, ids: ids, key, vault)
    }

    /// Chooses one of the times; all others hear of it.
    ///
    /// - Throws: ``Meeting/Refusal``
    package func plan(
        _ id: ID<Meeting>, at number: Int, at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let meeting = try meetingToRun(id, key, vault).planned(at: number)
        try save(meeting, nil, at: now, key)
        try journal(.meetingChanged, meeting, at: now, key, vault)
        try endPromises(about: meeting, at: now, key, vault)
        try tellOthers(of: meeting, at: now, ids: ids, key, vault)
    }

    /// Calls it off; all others hear of it.
    ///
    /// - Throws: ``Meeting/Refusal``
    package func cancel(
        _ id: ID<Meeting>, because reason: PlainText?, at now: Moment, ids: IDSource, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        let meeting = try meetingToRun(id, key, vault).cancelled()
        let text = try self.meeting(id, key)?.text
        let said = text.map {
            MeetingText(subject: $0.subject, place: $0.place, video: $0.video, whyCancelled: reason?.text ?? "")
        }
        try save(meeting, said, at: now, key)
        try journal(.meetingChanged, meeting, at: now, key, vault)
        try endPromises(about: meeting, at: now, key, vault)
        try tellOthers(of: meeting, at: now, ids: ids, key, vault)
    }

    // MARK: What the acts share

    private func meetingToRun(
        _ id: ID<Meeting>, _ key: borrowing DossierKey, _ vault: Vault
    ) throws -> Meeting {
        guard let meeting = try meeting(id, key)?.meeting, try runs(meeting, key, vault) else {
            throw Meeting.Refusal.notYours
        }
        return meeting
    }

    /// The detail holds everybody who was asked: nobody else sees it.
    func journal(
        _ kind: JournalEntry.Kind, _ meeting: Meeting, by who: ID<Account>? = nil, at now: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try journal(
            JournalEntry(
                at: now, kind: kind, who: who ?? key.reading.reader, item: ItemName(.meeting, meeting.id),
                persons: meeting.about, detail: FieldText.joined(meeting.invited)), key, vault)
    }
}
