// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Connection {
    /// Answers for each time whether the reader can be there; what they owed is kept with it.
    ///
    /// - Throws: ``Meeting/Refusal``
    package func answer(
        _ id: ID<Meeting>, _ answers: [Int: Meeting.Answer], at now: Moment, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        guard let sight = try meeting(id, key), sight.isInvited else { throw Meeting.Refusal.notYours }
        let meeting = sight.meeting
        guard meeting.state == .proposed || meeting.state == .planned else { throw Meeting.Refusal.over }
        guard !answers.isEmpty, answers.keys.allSatisfy(meeting.times.indices.contains) else {
            throw Meeting.Refusal.noSuchTime
        }
        let reader = key.reading.reader
        for (number, answer) in answers.sorted(by: { $0.key < $1.key }) {
            try keep(answer, to: number, of: id, by: reader, at: now, key)
        }
        try settleOwn([.answerMeeting, .heedMeeting], about: id, at: now, key, vault)
    }

    func keep(
        _ answer: Meeting.Answer, to number: Int, of id: ID<Meeting>, by account: ID<Account>, at now: Moment,
        _ key: borrowing DossierKey
    ) throws {
        try execute(
            """
            INSERT INTO meeting_answer (family_id, meeting_id, account_id, number, answer, at)
            VALUES (\(key.family), \(id), \(account), \(number), \(answer.rawValue), \(now))
            ON CONFLICT (family_id, meeting_id, account_id, number)
            DO UPDATE SET answer = excluded.answer, at = excluded.at
            """)
    }

    /// The reader has seen that it is at another time, or not at all.
    ///
    /// - Throws: ``Meeting/Refusal``
    package func heed(_ id: ID<Meeting>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault) throws {
        guard let sight = try meeting(id, key), sight.isInvited else { throw Meeting.Refusal.notYours }
        try settleOwn([.heedMeeting], about: id, at: now, key, vault)
    }

    /// What the reader owes about a meeting now.
    package func owed(about id: ID<Meeting>, _ key: borrowing DossierKey) throws -> Set<PromiseKind> {
        let reader = Promise.Owner.account(key.reading.reader)
        return Set(
            try openPromises(in: ID(as: key.family), about: id.promised).map(\.promise)
                .filter { $0.owner == reader }.map(\.kind))
    }

    // MARK: What is owed

    /// Each who was asked owes an answer before it, and who asked a choice of several times.
    func ask(
        about meeting: Meeting, at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let first = meeting.times.map(\.starts).min() ?? now
        let convener = meeting.convener
        for account in meeting.invited.sorted() where account != convener {
            try owe(
                .answerMeeting, by: account, to: .account(convener), before: first, meeting, at: now, ids: ids, key,
                vault)
        }
        guard meeting.state == .proposed,
            let child = meeting.about.subtracting(key.reading.adults).min()
                ?? meeting.about.min()
        else { return }
        try owe(
            .pickMeetingTime, by: convener, to: .person(ID(as: child)), before: first, meeting, at: now, ids: ids, key,
            vault)
    }

    /// Somebody who comes in another's place owes an answer, too.
    func ask(
        _ account: ID<Account>, about meeting: Meeting, at now: Moment, ids: IDSource, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        let first = meeting.time?.starts ?? meeting.times.map(\.starts).min() ?? now
        try owe(
            .answerMeeting, by: account, to: .account(meeting.convener), before: first, meeting, at: now, ids: ids, key,
            vault)
    }

    /// All others are to see what became of it; who has not answered yet still says whether they come.
    func tellOthers(
        of meeting: Meeting, at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let reader = key.reading.reader
        let first = meeting.time?.starts ?? meeting.times.map(\.starts).min() ?? now
        let answered = try keptMeetings(of: key.family, only: meeting.id.text).first?.answers ?? [:]
        for account in meeting.invited.sorted() where account != reader {
            let isAsked = meeting.state == .planned && answered[account]?[meeting.chosen ?? 0] == nil
            try owe(
                isAsked ? .answerMeeting : .heedMeeting, by: account, to: .account(reader), before: first, meeting,
                at: now, ids: ids, key, vault)
        }
    }

    /// What was owed about it before is not waited for any more.
    func endPromises(
        about meeting: Meeting, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        for stored in try openPromises(in: ID(as: key.family), about: meeting.id.promised) {
            let promise = stored.promise
            if promise.kind == .pickMeetingTime, promise.owner == .account(key.reading.reader) {
                try settle(promise.id, by: key.reading.reader, at: now, key, vault)
            } else {
                try save(try promise.closed(by: promise.receiver, .noLongerNeeded, at: now), of: stored)
            }
        }
    }

    /// Who leaves the circle owes no answer any more; a choice of times is owed by another who was asked.
    func lapseMeetings(
        of account: ID<Account>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let owed = try openPromises(in: ID(as: key.family)).filter {
            $0.promise.owner == .account(account) && $0.promise.isOfMeeting
        }
        for stored in owed {
            let promise = stored.promise
            if promise.kind == .pickMeetingTime,
                let next = try nextConvener(of: promise.subject.id, after: account, key, vault)
            {
                try save(try promise.handedOver(to: .account(next)), of: stored)
            } else {
                try save(try promise.closed(by: promise.receiver, .noLongerNeeded, at: now), of: stored)
            }
        }
    }

    private func nextConvener(
        of id: String, after left: ID<Account>, _ key: borrowing DossierKey, _ vault: Vault
    ) throws -> ID<Account>? {
        guard let meeting = try keptMeetings(of: key.family, only: id).first?.meeting else { return nil }
        return try meeting.invited.subtracting([left]).sorted().first { account in
            try reading(of: key.family, by: account, on: key.today, vault)?
                .runs(meeting, isConvenerHere: false) ?? false
        }
    }

    private func settleOwn(
        _ kinds: Set<PromiseKind>, about id: ID<Meeting>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let reader = key.reading.reader
        for stored in try openPromises(in: ID(as: key.family), about: id.promised)
        where stored.promise.owner == .account(reader) && kinds.contains(stored.promise.kind) {
            try settle(stored.promise.id, by: reader, at: now, key, vault)
        }
    }

    private func owe(
        _ kind: PromiseKind, by owner: ID<Account>, to receiver: Promise.Receiver, before first: Moment,
        _ meeting: Meeting, at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let due = min(PromiseUrgency.week.due(from: now), first)
        let promise = Promise(
            id: ids.next(at: now), kind: kind, owner: .account(owner), receiver: receiver,
            subject: meeting.id.promised, urgency: .agreed(due), made: now)
        try make(promise, about: meeting.about, saying: "", by: key.reading.reader, key, vault)
    }
}

extension ID<Meeting> {
    /// What is promised about it.
    package var promised: Promise.Subject { Promise.Subject(kind: ItemName.Kind.meeting.rawValue, id: text) }
}

extension Promise {
    /// Whether it is about a meeting.
    var isOfMeeting: Bool { subject.kind == ItemName.Kind.meeting.rawValue }
}
