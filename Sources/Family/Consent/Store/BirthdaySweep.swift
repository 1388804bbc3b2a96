// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// A person for whom others agreed, who may have come of an age to decide themself.
private struct AgreedFor: Sendable {
    let family: ID<Family>
    let person: ID<Person>
    let part: ID<Part>
    let account: ID<Account>?
}

extension Dossiers {
    /// Asks whoever came of an age to decide what others agreed for them, and ends what ran on for six weeks.
    ///
    /// Whatever it finds done it leaves: it may look as often as it likes, and late.
    package func sweepBirthdays(at now: Moment, telling report: (any Error) -> Void) async throws {
        let vault = vault
        await each(try await database.read { try $0.agreedByOthers() }, telling: report) { person, connection in
            try connection.sweepBirthday(of: person, at: now, ids: .unguessable, vault)
        }
        try await sweepPendingConsents(at: now, telling: report)
        let without = try await database.read { try $0.coveredWithoutYes(at: now) }
        await each(without, telling: report) { covered, connection in
            guard try connection.isOver(covered, at: now, vault) else { return }
            try connection.endRanOn(covered.membership, for: covered.person, in: covered.family, at: now, vault)
        }
    }
}

/// A person for whom somebody is in the circle to whom nobody agreed.
private struct CoveredWithoutYes: Sendable {
    let family: ID<Family>
    let person: ID<Person>
    let part: ID<Part>
    let membership: ID<Membership>
    let from: Day
}

extension Connection {
    /// Those who were asked from 18 who stays, for as long as was promised, and for whom somebody is there without a consent,
    /// as who started the family is.
    ///
    /// Not one who stands in, who leaves with the one they stand in for.
    ///
    /// - Parameter membership: of that one alone.
    fileprivate func coveredWithoutYes(
        at now: Moment, only membership: ID<Membership>? = nil
    ) throws -> [CoveredWithoutYes] {
        try rows(
            """
            SELECT o.family_id, o.id, o.part_id, m.id, m.from_day FROM membership m
            JOIN membership_person p ON p.family_id = m.family_id AND p.membership_id = m.id
            JOIN person o ON o.family_id = p.family_id AND o.id = p.person_id
            WHERE m.ended_at IS NULL AND o.birth IS NOT NULL
                AND EXISTS (
                    SELECT 1 FROM promise q
                    WHERE q.space = o.family_id AND q.subject_kind = \(GoingOn.subjectKind) AND q.subject = o.id
                        AND q.due_at <= \(now))
                AND (CAST(\(membership) AS TEXT) IS NULL OR m.id = \(membership))
                AND NOT EXISTS (
                    SELECT 1 FROM consent c JOIN consent_person x ON x.family_id = c.family_id AND x.consent_id = c.id
                    WHERE c.family_id = m.family_id AND c.membership_id = m.id AND x.person_id = p.person_id)
                AND NOT EXISTS (
                    SELECT 1 FROM stand_in s JOIN absence a ON a.id = s.absence_id
                    WHERE s.family_id = m.family_id AND s.membership_id = m.id AND a.ended_at IS NULL)
            ORDER BY o.family_id, o.id, m.id
            """
        ) { row in
            CoveredWithoutYes(
                family: row.id(0), person: row.id(1), part: row.id(2), membership: row.id(3), from: try row.day(4))
        }
    }

    /// Whether the six weeks are over, in which somebody runs on to whom they did not say yes themself; nor since it was
    /// listed.
    fileprivate func isOver(_ covered: CoveredWithoutYes, at now: Moment, _ vault: Vault) throws -> Bool {
        let listed = try coveredWithoutYes(at: now, only: covered.membership)
        guard listed.contains(where: { $0.person == covered.person }) else { return false }
        let births = try births(in: [covered.part], of: covered.family, try vault.keys(of: [ID(as: covered.part)]))
        guard let birth = births.first(where: { $0.0 == covered.person })?.1,
            let line = Birthday.last(of: birth, on: now.day)
        else { return false }
        return line.age == .eighteen && covered.from < line.day && line.end <= now.day
    }

    fileprivate func sweepBirthday(
        of person: AgreedFor, at now: Moment, ids: IDSource, _ vault: Vault
    ) throws {
        let births = try births(in: [person.part], of: person.family, try vault.keys(of: [ID(as: person.part)]))
        guard let birth = births.first(where: { $0.0 == person.person })?.1,
            let line = Birthday.last(of: birth, on: now.day)
        else { return }
        if now.day < line.end {
            try askAnew(person, since: line, at: now, ids: ids, vault)
        } else {
            try endWhatRanOn(for: person, since: line, at: now, vault)
        }
    }

    /// Those for whom something stands to which they did not say yes themselves.
    fileprivate func agreedByOthers() throws -> [AgreedFor] {
        try rows(
            """
            SELECT DISTINCT o.family_id, o.id, o.part_id, o.account_id FROM consent_person p
            JOIN person o ON o.family_id = p.family_id AND o.id = p.person_id
            WHERE p.agreed_at IS NOT NULL AND p.ended_at IS NULL AND o.birth IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM consent_answer a
                WHERE a.family_id = p.family_id AND a.consent_id = p.consent_id AND a.person_id = p.person_id
                    AND a.by_person_id = p.person_id AND a.answer = 'yes')
            ORDER BY o.family_id, o.id
            """
        ) { AgreedFor(family: $0.id(0), person: $0.id(1), part: $0.id(2), account: $0.idIfAny(3)) }
    }

    /// By what the young person reads themself: it is asked of them alone; in a talk where they do not sign in.
    private func askAnew(
        _ person: AgreedFor, since line: Birthday, at now: Moment, ids: IDSource, _ vault: Vault
    ) throws {
        guard let account = person.account else {
            return try askInPerson(person, since: line, at: now, ids: ids, vault)
        }
        _ = try withKey(of: person.family, for: account, .all, on: now.day, by: nil, vault) { key in
            for kept in try consents(key) where kept.consent.asksAnew(person.person, at: now) {
                try askAnew(account, kept.consent, at: now, ids: ids, key, vault)
            }
            return true
        }
    }

    private func askAnew(
        _ account: ID<Account>, _ consent: Consent, at now: Moment, ids: IDSource, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        let owed = try openPromises(in: ID(as: key.family), about: consent.subject).map(\.promise)
        guard !owed.contains(where: { $0.owner == .account(account) }),
            let end = key.reading.ownPerson.flatMap({ consent.runsOut(for: $0, at: now) })
        else { return }
        let promise = Promise(
            id: ids.next(at: now), kind: .answerConsent, owner: .account(account), receiver: .account(consent.by),
            subject: consent.subject, urgency: .agreed(Moment(end)), made: now)
        try make(promise, about: [], saying: "", by: nil, key, vault)
    }

    private func endWhatRanOn(
        for person: AgreedFor, since line: Birthday, at now: Moment, _ vault: Vault
    ) throws {
        // While it is recorded that they can't judge, who holds authority answers as before; at 18 that is over.
        guard try line.age == .eighteen || !unable(in: person.family, on: now.day).contains(person.person) else {
            return
        }
        for (consent, membership) in try ranOn(for: person, since: line) {
            if let membership { try endRanOn(membership, for: person.person, in: person.family, at: now, vault) }
            try execute(
                """
                UPDATE consent_person SET ended_at = \(now)
                WHERE family_id = \(person.family) AND consent_id = \(consent) AND person_id = \(person.person)
                    AND ended_at IS NULL
                """)
            try closeAsked(consent, in: person.family, at: now)
        }
    }

    /// What others agreed for somebody before, and they did not say yes to themself.
    private func ranOn(
        for person: AgreedFor, since line: Birthday
    ) throws -> [(consent: ID<Consent>, membership: ID<Membership>?)] {
        let before = Moment(line.day)
        return try rows(
            """
            SELECT p.consent_id, c.membership_id FROM consent_person p
            JOIN consent c ON c.family_id = p.family_id AND c.id = p.consent_id
            WHERE p.family_id = \(person.family) AND p.person_id = \(person.person) AND p.agreed_at < \(before)
                AND p.ended_at IS NULL AND NOT EXISTS (
                    SELECT 1 FROM consent_answer a
                    WHERE a.family_id = p.family_id AND a.consent_id = p.consent_id AND a.person_id = p.person_id
                        AND a.by_person_id = p.person_id AND a.answer = 'yes')
            ORDER BY p.consent_id
            """
        ) { ($0.id(0, Consent.self), $0.idIfAny(1, Membership.self)) }
    }

    /// At 18 it is asked about all members at once.
    private func askInPerson(
        _ person: AgreedFor, since line: Birthday, at now: Moment, ids: IDSource, _ vault: Vault
    ) throws {
        guard try line.age == .eighteen || !unable(in: person.family, on: now.day).contains(person.person) else {
            return
        }
        for (consent, membership) in try ranOn(for: person, since: line)
        where line.age != .eighteen || membership == nil {
            let subject = Promise.Subject(kind: ItemName.Kind.consent.rawValue, id: consent.text)
            try askInPerson(
                person.person, about: subject, in: person.family, until: Moment(line.end), at: now, ids: ids, vault)
        }
    }

    private func closeAsked(_ consent: ID<Consent>, in family: ID<Family>, at now: Moment) throws {
        let subject = Promise.Subject(kind: ItemName.Kind.consent.rawValue, id: consent.text)
        for stored in try openPromises(in: ID(as: family), about: subject)
        where [.answerConsent, .askInPerson].contains(stored.promise.kind) {
            try save(try stored.promise.closed(by: stored.promise.receiver, .noLongerNeeded, at: now), of: stored)
        }
    }

    /// What rested on it ends for this person: the whole membership, where it was for nobody else.
    fileprivate func endRanOn(
        _ id: ID<Membership>, for person: ID<Person>, in family: ID<Family>, at now: Moment, _ vault: Vault
    ) throws {
        let account = try row(
            "SELECT account_id FROM membership WHERE family_id = \(family) AND id = \(id) AND ended_at IS NULL"
        ) { $0.id(0, Account.self) }
        guard let account,
            let membership = try memberships(of: account, in: [family]).map(\.membership).first(where: { $0.id == id }),
            membership.covers.contains(person)
        else { return }
        if membership.covers.count == 1 {
            try lapse(membership, in: family, by: .term, at: now, ids: .unguessable, vault)
        } else {
            _ = try withLeavingKey(of: membership, in: family, on: now.day, vault) { key, _ in
                try narrow(id, for: [person], by: nil, at: now, key, vault)
            }
        }
    }
}
