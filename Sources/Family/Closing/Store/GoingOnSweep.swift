// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// Somebody around whom there are members who came before their eighteenth birthday, and who was not asked yet.
private struct NotYetAsked: Sendable {
    let family: ID<Family>
    let person: ID<Person>
    let part: ID<Part>
    /// nil of who does not sign in.
    let account: ID<Account>?
    /// Since when the first of those members is there.
    let since: Day
}

extension Dossiers {
    /// Asks whoever turned 18 what becomes of their circle; once, however often it looks, and late.
    ///
    /// Who signs in is asked in Rondom; for who does not, a professional owes it to ask them in a talk.
    package func sweepGoingOn(at now: Moment, telling report: (any Error) -> Void) async throws {
        let vault = vault
        let found = try await database.read { try $0.ofAgeNotYetAsked(at: now, vault) }
        await each(found, telling: report) { young, connection in
            try connection.askWhoStays(young, at: now, ids: .unguessable, vault)
        }
    }
}

extension Connection {
    /// Closes some questions that nobody answered in the six weeks: nobody is left about whom to choose.
    ///
    /// - Returns: how many there were.
    package func sweepUnansweredGoingOn(at now: Moment) throws -> Int {
        let over = try rows(
            """
            SELECT space, id FROM promise
            WHERE subject_kind = \(GoingOn.subjectKind) AND settled_at IS NULL AND closed_at IS NULL
                AND due_at <= \(now - .days(1))
            ORDER BY due_at, id LIMIT 100
            """
        ) { (space: $0.id(0, PromiseSpace.self), promise: $0.id(1, Promise.self)) }
        for (space, id) in over {
            guard let stored = try promise(id, in: space) else { continue }
            try save(try stored.promise.closed(by: stored.promise.receiver, .noLongerNeeded, at: now), of: stored)
        }
        return over.count
    }

    /// Which of those not yet asked are 18, with somebody around them since before.
    fileprivate func ofAgeNotYetAsked(at now: Moment, _ vault: Vault) throws -> [NotYetAsked] {
        let byFamily = Dictionary(grouping: try notYetAsked(), by: \.family)
        return try byFamily.keys.sorted().flatMap { family -> [NotYetAsked] in
            let all = byFamily[family] ?? []
            let parts = all.map(\.part)
            let births = try births(in: parts, of: family, try vault.keys(of: parts.map { ID(as: $0) }))
            return all.filter { young in
                births.first { $0.0 == young.person }.flatMap { GoingOn.birthday(of: $0.1, on: now.day) }
                    .map { young.since < $0.day } ?? false
            }
        }
    }

    fileprivate func askWhoStays(_ young: NotYetAsked, at now: Moment, ids: IDSource, _ vault: Vault) throws {
        let births = try births(in: [young.part], of: young.family, try vault.keys(of: [ID(as: young.part)]))
        guard let birth = births.first(where: { $0.0 == young.person })?.1,
            let birthday = GoingOn.birthday(of: birth, on: now.day), try !isAsked(young)
        else { return }
        // What others agreed for them ends as the six weeks do, and not before they had a day.
        let due = max(Moment(birthday.end), now + .days(1))
        guard let account = young.account else {
            return try askInPerson(
                young.person, about: young.person.goingOn, in: young.family, until: due, at: now, ids: ids, vault)
        }
        _ = try withKey(of: young.family, for: account, .all, on: now.day, by: nil, vault) { key in
            guard try goingOn(key) != nil else { return true }
            let promise = Promise(
                id: ids.next(at: now), kind: .chooseCircle, owner: .account(account), receiver: .account(account),
                subject: young.person.goingOn, urgency: .agreed(due), made: now)
            try make(promise, about: [], saying: "", by: nil, key, vault)
            return true
        }
    }

    /// Another process may have asked since it was listed.
    private func isAsked(_ young: NotYetAsked) throws -> Bool {
        try row(
            """
            SELECT id FROM promise
            WHERE space = \(young.family) AND subject_kind = \(GoingOn.subjectKind) AND subject = \(young.person)
            ORDER BY id LIMIT 1
            """
        ) { _ in true } ?? false
    }

    /// Those of families around whom there is somebody, and who were not asked yet.
    private func notYetAsked() throws -> [NotYetAsked] {
        try rows(
            """
            SELECT o.family_id, o.id, o.part_id, o.account_id, MIN(m.from_day) FROM person o
            JOIN membership_person p ON p.family_id = o.family_id AND p.person_id = o.id
            JOIN membership m ON m.family_id = p.family_id AND m.id = p.membership_id
            WHERE o.birth IS NOT NULL AND m.ended_at IS NULL AND NOT EXISTS (
                SELECT 1 FROM promise q
                WHERE q.space = o.family_id AND q.subject_kind = \(GoingOn.subjectKind) AND q.subject = o.id)
            GROUP BY o.family_id, o.id, o.part_id, o.account_id ORDER BY o.family_id, o.id
            """
        ) { row in
            NotYetAsked(
                family: row.id(0), person: row.id(1), part: row.id(2), account: row.idIfAny(3), since: try row.day(4))
        }
    }
}
