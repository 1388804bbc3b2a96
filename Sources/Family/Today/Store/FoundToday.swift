// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// Who reads their day, and on whose behalf they work.
struct TodayReader: Sendable {
    let account: ID<Account>
    let isProfessional: Bool
    let behalf: Behalf
}

/// A conversation with messages that its reader has not read, still sealed.
struct UnreadTalk: Sendable {
    let family: ID<Family>
    let id: ID<Conversation>
    let part: ID<Part>
    let subject: [UInt8]?
    fileprivate let last: Int
    fileprivate let read: Int
    let since: Moment
    fileprivate(set) var about: Set<ID<Person>>

    fileprivate init(row: borrowing Row) {
        family = row.id(0)
        id = row.id(1)
        part = row.id(2)
        subject = row.ifAny(3) { $0.bytes($1) }
        last = row.int(4)
        read = row.int(5)
        since = row.moment(6)
        about = [row.id(7)]
    }

    var waiting: Waiting {
        Waiting(family: family, subject: .messages(id, count: last - read, first: read + 1, since: since))
    }
}

extension StoredOutline {
    /// The family in whose dossier it was made.
    var family: ID<Family>? { space.map { ID(as: $0) } }
}

extension StoredPromise {
    /// The family in whose dossier it was made.
    var family: ID<Family>? { space.map { ID(as: $0) } }
}

extension Connection {
    /// What a reader owes, and what lies in the inbox of the organisation on whose behalf they work now.
    ///
    /// Of what lies at its desk those that are due first, of each urgency: all of them stand on the lists of the desk.
    ///
    /// - Parameters:
    ///   - work: what they do for it.
    ///   - isAtDesk: whether they are at the desk that takes care reports.
    func promisesWaiting(
        for reader: TodayReader, doing work: [Professional], isAtDesk: Bool
    ) throws -> [StoredOutline] {
        let own = try openOutlines(of: reader.account)
        guard let organisation = work.first?.organisation else { return own }
        let inbox =
            try openOutlines(of: organisation)
            + openOutlinesAtDesk(
                of: organisation, about: isAtDesk ? Self.ofAll + Self.ofDesk : Self.ofAll, limit: Waiting.mostAtDesk)
        // What somebody found not right may have been written by a colleague: their team lead hears of it, and names who
        // stands in.
        let leads: Set<PromiseKind> = [.hearConcern, .nameStandIn, .answerObjection]
        return own + inbox.filter { !leads.contains($0.promise.kind) }
    }

    /// What lies in the inbox of an organisation for all who work there.
    private static let ofAll = [
        Consult.subjectKind, Referral.subjectKind, OutsideReferral.subjectKind, DirectReferral.subjectKind,
    ]

    /// What lies there for those at the desk that takes care reports.
    private static let ofDesk = [
        CareReport.subjectKind, GuestRequest.subjectKind, KeptReportMessage.subjectKind,
    ]

    /// Those of them that lie at a desk, and wait for the reader at the work on whose behalf they are here.
    func atDesk(
        _ waiting: [StoredOutline], for reader: TodayReader, doing work: [Professional], at now: Moment
    ) throws -> [StoredOutline] {
        let atDesk = waiting.filter { $0.space == nil }
        guard !atDesk.isEmpty, let organisation = work.first?.organisation else { return [] }
        let worker = Worker(reader.account, for: organisation)
        let subjects = { (kind: String) in
            atDesk.filter { $0.promise.subject.kind == kind }.map(\.promise.subject.id)
        }
        let consults = try consults(Set(subjects(Consult.subjectKind).map { ID(stored: $0) }))
            .filter { $0.waits(for: worker, at: now) }.map(\.subject)
        let reportIDs = Set(subjects(CareReport.subjectKind).map { ID<CareReport>(stored: $0) })
        let reports = try careReports(reportIDs, at: worker, on: now.day)
            .filter { $0.waits(for: worker) }.map(\.subject)
        let referrals = try referrals(Set(subjects(Referral.subjectKind).map { ID(stored: $0) }), waitingFor: worker)
            .map(\.subject)
        let requests = try guestRequests(
            Set(subjects(GuestRequest.subjectKind).map { ID(stored: $0) }), at: worker, on: now.day
        ).filter { $0.isOpen(to: worker) }.map(\.subject)
        let outside = try outsideReferrals(
            Set(subjects(OutsideReferral.subjectKind).map { ID(stored: $0) }), waitingFor: worker
        ).map(\.subject)
        let messages = try unreadMessages(
            Set(subjects(KeptReportMessage.subjectKind).map { ID(stored: $0) }), at: worker, on: now.day
        ).map(\.subject)
        let direct = try directReferrals(
            Set(subjects(DirectReferral.subjectKind).map { ID(stored: $0) }), waitingFor: worker
        ).map(\.subject)
        let both = Set(consults + reports + requests + outside + direct + messages)
        // A referral is owed to several, and is one thing to do; its other side may owe something else of it.
        var seen: Set<Promise.Subject> = []
        return atDesk.filter { stored in
            let subject = stored.promise.subject
            guard referrals.contains(subject) else { return both.contains(subject) }
            return worker.owes(stored.promise)
                && seen.insert(Promise.Subject(kind: stored.promise.kind.rawValue, id: subject.id)).inserted
        }
    }

    /// Those of the referrals of which the next word is a worker's, or could be, and that they may open.
    private func referrals(_ ids: Set<ID<Referral>>, waitingFor worker: Worker) throws -> [Referral] {
        let found = try referrals(ids)
        guard !found.isEmpty else { return [] }
        let kept = try familiesKept(from: worker.account)
        return found.filter { $0.waits(for: worker) && $0.isOpen(to: worker, keptFrom: kept) }
    }

    /// What lies in the inbox of the organisation whose team lead somebody is now: what and until when, not of whom.
    ///
    /// Nothing of a family of their own, or from which anything is held from them or hidden.
    func inbox(ledBy reader: TodayReader, doing work: [Professional]) throws -> [StoredOutline] {
        let led = work.first { $0.function == .teamLead }
        let lying = try led.map { try openOutlines(of: $0.organisation) } ?? []
        guard !lying.isEmpty else { return [] }
        let kept = try familiesKept(from: reader.account)
        let about = try objectionPromises(about: reader.account)
        return lying.filter { stored in
            guard let family = stored.family else { return false }
            return !kept.contains(family) && !about.contains(stored.promise.id)
        }
    }

    /// Those that are somebody's own, or of which anything is held from them or hidden.
    package func familiesKept(from account: ID<Account>) throws -> Set<ID<Family>> {
        Set(
            try rows(
                """
                SELECT family_id FROM person WHERE account_id = \(account)
                UNION SELECT family_id FROM hidden_member WHERE account_id = \(account)
                UNION SELECT r.family_id FROM hold_reader r
                JOIN hold h ON h.family_id = r.family_id AND h.id = r.hold_id
                WHERE r.account_id = \(account) AND h.released_at IS NULL ORDER BY 1
                """
            ) { $0.id(0) })
    }

    func unreadTalks(of reader: ID<Account>) throws -> [UnreadTalk] {
        let rows = try rows(
            """
            SELECT c.family_id, c.id, c.part_id, c.subject, c.last_number, p.read_number, m.at, o.person_id
            FROM participant p
            JOIN conversation c ON c.family_id = p.family_id AND c.id = p.conversation_id
            JOIN message m ON m.family_id = c.family_id AND m.conversation_id = c.id AND m.number = p.read_number + 1
            JOIN conversation_person o ON o.family_id = c.family_id AND o.conversation_id = c.id
            WHERE p.account_id = \(reader) AND c.last_number > p.read_number
            ORDER BY c.family_id, c.id, o.person_id
            """, UnreadTalk.init(row:))
        return rows.reduce(into: []) { talks, row in
            guard let last = talks.last, last.id == row.id else { return talks.append(row) }
            talks[talks.count - 1].about.formUnion(row.about)
        }
    }

    /// Whether an unread talk leaves a trace for the reader.
    func sees(_ talk: UnreadTalk, _ hidden: Set<ID<Account>>, _ key: borrowing DossierKey) throws -> Bool {
        let conversation = Conversation(id: talk.id, about: talk.about, participants: [key.reading.reader])
        guard key.reading.mayRead(conversation) else { return false }
        // Talks with somebody hidden are left out; few readers have any, so only they pay for looking.
        return try hidden.isEmpty || self.conversation(talk.id, key) != nil
    }
}

extension Worker {
    /// Whether a promise is theirs, or lies in the inbox of their organisation.
    fileprivate func owes(_ promise: PromiseOutline) -> Bool {
        promise.owner == .account(account) || promise.owner == .organisation(organisation)
    }
}
