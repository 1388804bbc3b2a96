// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import NetworkRules
import NetworkStore
import PeopleRules
import PeopleStore

/// How the end of a circle stands for one reader.
package struct ClosingSight: Hashable, Sendable {
    /// nil while nobody began it.
    package let closing: CircleClosing?
    /// Whether the reader still owes an answer.
    package let owesAnswer: Bool
    /// How many still do; told to who directs alone.
    package let waiting: Int?
    package let directs: Bool
    package let directsSafety: Bool
}

extension Connection {
    /// How the end of the circle stands.
    package func closing(_ key: borrowing DossierKey) throws -> ClosingSight {
        let closing = try closingNow(key)
        let owed = try closing.map { try openPromises(in: ID(as: key.family), about: $0.id.promised) } ?? []
        let answers = owed.filter { $0.promise.kind == .answerClosing }
        let direction = try directionSeen(key)?.direction
        let directs = direction?.holder == key.reading.reader
        return ClosingSight(
            closing: closing,
            owesAnswer: answers.contains { $0.promise.owner == .account(key.reading.reader) },
            waiting: directs ? answers.count : nil, directs: directs,
            directsSafety: direction?.kind.isForFamily == false)
    }

    /// Begins the end of the circle: the family and its helpers are asked two questions, with a month to answer.
    ///
    /// - Throws: ``CircleClosing/Refusal``
    package func beginClosing(
        as id: ID<CircleClosing>, at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let closing = try CircleClosing.begun(id, by: key.reading.reader, try directionNow(key), at: now)
        guard try closingNow(key)?.closed != nil || closingNow(key) == nil else { throw CircleClosing.Refusal.changed }
        try execute(
            """
            INSERT INTO circle_closing (family_id, id, by_id, started_at, due_day)
            VALUES (\(key.family), \(id), \(closing.by), \(now), \(closing.due))
            """)
        let due = PromiseUrgency.agreed(Moment(closing.due, hour: 17))
        for account in try accountsToAsk(key) {
            let promise = Promise(
                id: ids.next(at: now), kind: .answerClosing, owner: .account(account), receiver: .account(closing.by),
                subject: id.promised, urgency: due, made: now)
            try make(promise, about: [], saying: "", by: closing.by, key, vault)
        }
        let close = Promise(
            id: ids.next(at: now), kind: .closeCircle, owner: .account(closing.by), receiver: .account(closing.by),
            subject: id.promised, urgency: due, made: now)
        try make(close, about: [], saying: "", by: closing.by, key, vault)
        try journal(.closingBegun, id, at: now, key, vault)
    }

    /// Takes somebody's answers: they become facts without a person, and nothing of them stays here.
    ///
    /// - Throws: ``CircleClosing/Refusal``
    package func answerClosing(
        _ answer: CircleClosing.Answer, at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let closing = try closingNow(key), closing.closed == nil else { throw CircleClosing.Refusal.changed }
        let reader = key.reading.reader
        let owed = try openPromises(in: ID(as: key.family), about: closing.id.promised)
            .first { $0.promise.kind == .answerClosing && $0.promise.owner == .account(reader) }
        guard let owed else { throw CircleClosing.Refusal.changed }
        try settle(owed.promise.id, by: reader, at: now, key, vault)
        let isProfessional = key.reading.ownPerson == nil && key.reading.membership?.kind == .professional
        let organisation = try isProfessional ? key.reading.onBehalfOf : organisationOfDirector(key)
        let month = Month(of: now.day)
        try record(
            try Fact(
                kind: isProfessional ? .furtherWithoutHelpAsHelpersSee : .furtherWithoutHelp,
                organisation: organisation,
                month: month, shape: .verdict(answer.further.counts), ids: ids))
        try record(
            try Fact(
                kind: isProfessional ? .collaboration : .familyExperience, organisation: organisation, month: month,
                shape: .grade(answer.grade), ids: ids))
    }

    /// Stops it: the circle goes on, and nobody owes an answer any more.
    ///
    /// - Throws: ``CircleClosing/Refusal``
    package func stopClosing(at now: Moment, _ key: borrowing DossierKey, _ vault: Vault) throws {
        guard try directionNow(key)?.holder == key.reading.reader else { throw CircleClosing.Refusal.notYours }
        guard let closing = try closingNow(key), closing.closed == nil else { throw CircleClosing.Refusal.changed }
        try execute(
            "UPDATE circle_closing SET stopped_at = \(now) WHERE family_id = \(key.family) AND id = \(closing.id)")
        try settleAll(about: closing, at: now, key, vault)
    }

    // MARK: What the acts share

    /// The end of the circle that runs, or the last that was closed.
    func closingNow(_ key: borrowing DossierKey) throws -> CircleClosing? {
        try row(
            """
            SELECT id, by_id, started_at, due_day, closed_at FROM circle_closing
            WHERE family_id = \(key.family) AND stopped_at IS NULL ORDER BY started_at DESC, id DESC LIMIT 1
            """
        ) {
            CircleClosing(
                id: $0.id(0), by: $0.id(1), started: $0.moment(2), due: try $0.day(3),
                closed: $0.ifAny(4) { $0.moment($1) })
        }
    }

    func settleAll(
        about closing: CircleClosing, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        for stored in try openPromises(in: ID(as: key.family), about: closing.id.promised) {
            try settle(stored.promise.id, by: key.reading.reader, at: now, key, vault)
        }
    }

    func journal(
        _ kind: JournalEntry.Kind, _ id: ID<CircleClosing>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try journal(
            JournalEntry(
                at: now, kind: kind, who: key.reading.reader, item: ItemName(.circle, id),
                persons: Set(key.reading.covered.keys)), key, vault)
    }

    /// The family from 12 that signs in, and the professionals of the circle whom the director knows.
    private func accountsToAsk(_ key: borrowing DossierKey) throws -> [ID<Account>] {
        let circle = try circle(key)
        let family = circle.persons.filter {
            key.reading.adults.contains($0.person.id) || $0.person.birth.isAtLeast(12, on: key.today)
        }.compactMap(\.person.account)
        let helpers = circle.members.filter { $0.membership.kind == .professional }.map(\.membership.account)
        return Set(family + helpers).sorted()
    }

    private func organisationOfDirector(_ key: borrowing DossierKey) throws -> ID<Organisation>? {
        guard let holder = try directionNow(key)?.holder else { return nil }
        return try memberships(of: holder, in: [key.family]).map(\.membership)
            .first { $0.isActive(on: key.today) && $0.kind == .professional }?.organisation
    }
}

extension ID<CircleClosing> {
    /// What is promised about it.
    package var promised: Promise.Subject { Promise.Subject(kind: "closing", id: text) }
}
