// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// What was recorded, with why.
package struct InabilitySight: Hashable, Sendable {
    package let inability: Inability
    /// nil when it was erased.
    package let reason: String?
    package let withdrawnBy: ID<Account>?
    /// Why it was withdrawn; nil where another record came in its place, and when it was erased.
    package let withdrawal: String?
}

extension Connection {
    /// Those of a family who can't judge their interests on a day, as it was recorded.
    func unable(in family: ID<Family>, on day: Day) throws -> Set<ID<Person>> {
        Set(
            try rows(
                """
                SELECT person_id FROM inability
                WHERE family_id = \(family) AND withdrawn_at IS NULL AND until_day > \(day) ORDER BY person_id
                """
            ) { $0.id(0) })
    }

    /// All that was recorded about a person, latest first; nil where the reader may not see it.
    package func inabilities(of person: ID<Person>, _ key: borrowing DossierKey) throws -> [InabilitySight]? {
        guard key.reading.maySeeInability(of: person) else { return nil }
        let part = key.part(about: [person])
        let stored = try rows(
            """
            SELECT id, by_id, recorded_at, until_day, withdrawn_at, withdrawn_by, reason, withdrawal FROM inability
            WHERE family_id = \(key.family) AND person_id = \(person) ORDER BY recorded_at DESC, id DESC
            """
        ) { row in
            let inability = Inability(
                id: row.id(0), person: person, by: row.id(1), recorded: row.moment(2), until: try row.day(3),
                withdrawn: row.ifAny(4) { $0.moment($1) })
            return (inability, row.idIfAny(5, Account.self), row.bytesIfAny(6), row.bytesIfAny(7))
        }
        return try stored.map { inability, by, reason, withdrawal in
            InabilitySight(
                inability: inability,
                reason: try key.open(reason, in: part, at: .reason(of: inability.id, in: key.family)), withdrawnBy: by,
                withdrawal: try key.open(withdrawal, in: part, at: .withdrawal(of: inability.id, in: key.family)))
        }
    }

    /// Records it; what was recorded before makes way, and stays to be read.
    ///
    /// Who is to answer an open invitation from now on is asked, and who is not is asked no more.
    package func record(
        _ inability: Inability, because reason: PlainText, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let (now, person) = (inability.recorded, inability.person)
        try execute(
            """
            UPDATE inability SET withdrawn_at = \(now), withdrawn_by = \(inability.by)
            WHERE family_id = \(key.family) AND person_id = \(person) AND withdrawn_at IS NULL
            """)
        let part = key.part(about: [person])
        let sealed = try key.seal(reason.text, in: part, at: .reason(of: inability.id, in: key.family))
        try execute(
            """
            INSERT INTO inability (family_id, id, person_id, part_id, by_id, recorded_at, until_day, reason)
            VALUES (\(key.family), \(inability.id), \(person), \(part), \(inability.by), \(now), \(inability.until),
                \(sealed))
            """)
        try journalInability(.inabilityNoted, of: person, by: inability.by, at: now, key, vault)
        try askAnew(about: person, at: now, ids: ids, key, vault)
    }

    /// Withdraws what stands about a person: from now on they answer themself again.
    ///
    /// - Throws: ``Inability/Refusal``
    package func withdrawInability(
        of person: ID<Person>, because reason: PlainText, at now: Moment, ids: IDSource, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        guard key.reading.mayRecordInability(of: person) else { throw Inability.Refusal.notYours }
        let standing = try inabilities(of: person, key)?.first { $0.inability.stands(on: now.day) }?.inability
        guard let standing else { throw Inability.Refusal.over }
        let place = SealedPlace.withdrawal(of: standing.id, in: key.family)
        let sealed = try key.seal(reason.text, in: key.part(about: [person]), at: place)
        try execute(
            """
            UPDATE inability
            SET withdrawn_at = \(now), withdrawn_by = \(key.reading.reader), withdrawal = \(sealed)
            WHERE family_id = \(key.family) AND id = \(standing.id) AND withdrawn_at IS NULL
            """)
        try journalInability(.inabilityWithdrawn, of: person, by: key.reading.reader, at: now, key, vault)
        try askAnew(about: person, at: now, ids: ids, key, vault)
    }

    private func journalInability(
        _ kind: JournalEntry.Kind, of person: ID<Person>, by who: ID<Account>, at now: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try journal(
            JournalEntry(at: now, kind: kind, who: who, item: ItemName(.family, key.family), persons: [person]), key,
            vault)
    }

    /// Asks for the yes of those who must agree now, where they were not asked, and takes the question from the others.
    private func askAnew(
        about person: ID<Person>, at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let open = try rows(
            """
            SELECT i.id FROM invitation i
            JOIN invitation_person p ON p.family_id = i.family_id AND p.invitation_id = i.id
            WHERE i.family_id = \(key.family) AND i.ended_at IS NULL AND i.ends_at > \(now) AND p.person_id = \(person)
            ORDER BY i.id
            """
        ) { $0.id(0, Invitation.self) }
        for id in open {
            guard let invitation = try kept(id, key)?.invitation else { continue }
            let agreements = try whoMustAgree(for: invitation.persons, key)
            let waiting = agreements.reduce(into: Set<ID<Person>>()) { waiting, agreement in
                guard case .waits(let others) = invitation.outcome(for: agreement.key, agreement.value) else { return }
                waiting.formUnion(others)
            }
            try ask(waiting, insteadOf: person, for: invitation, at: now, ids: ids, key, vault)
        }
    }

    private func ask(
        _ waiting: Set<ID<Person>>, insteadOf person: ID<Person>, for invitation: Invitation, at now: Moment,
        ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let accounts = try accounts(ofPersons: waiting.union([person]), key)
        let owed = try openPromises(in: ID(as: key.family), about: invitation.subject)
        for other in waiting.sorted() {
            guard let account = accounts[other], !owed.contains(where: { $0.promise.owner == .account(account) })
            else { continue }
            try ask(.account(account), invitation, "", at: now, ids: ids, key, vault)
        }
        // The young person owes no answer while others give it, and the others none once they do not.
        let out = try accountsOfFamily(key).subtracting(waiting.compactMap { accounts[$0] })
        for stored in owed {
            guard case .account(let account) = stored.promise.owner, out.contains(account) else { continue }
            try save(try stored.promise.settled(at: now), of: stored)
        }
    }

    private func accountsOfFamily(_ key: borrowing DossierKey) throws -> Set<ID<Account>> {
        Set(
            try rows(
                """
                SELECT account_id FROM person WHERE family_id = \(key.family) AND account_id IS NOT NULL
                ORDER BY account_id
                """
            ) { $0.id(0) })
    }

    /// Empties why it was recorded and withdrawn in these parts.
    func emptyInabilities(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        try execute(
            """
            UPDATE inability SET reason = NULL, withdrawal = NULL
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND (reason IS NOT NULL OR withdrawal IS NOT NULL)
            """)
    }
}

extension SealedPlace {
    fileprivate static func reason(of inability: ID<Inability>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("inability", "reason", row: inability.text, owner: family.text)
    }
    fileprivate static func withdrawal(of inability: ID<Inability>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("inability", "withdrawal", row: inability.text, owner: family.text)
    }
}
