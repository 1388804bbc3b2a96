// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// A professional who helps a person, or did (*hulpverleners tot nu toe*).
package struct WhoHelped: Hashable, Sendable {
    package let membership: ID<Membership>
    package let account: ID<Account>
    /// nil when it was erased; without where they work, where the reader may not know that.
    package let face: MemberFace?
    package let from: Day
    /// The first day without; nil for who helps now.
    package let until: Day?
}

extension Connection {
    /// Who helped a person because it is their work, from the first to now; none about somebody the reader doesn't cover.
    ///
    /// Somebody who came twice, or on behalf of two organisations, is there twice; ``helperCount(of:_:)`` counts them once.
    /// Who is hidden from the reader leaves no trace.
    package func helpersSoFar(of person: ID<Person>, _ key: borrowing DossierKey) throws -> [WhoHelped] {
        guard key.reading.covered[person] != nil else { return [] }
        let found = try rows(
            """
            SELECT m.id, m.account_id, m.from_day, m.until_day, m.ended_at, m.part_id, m.face, m.organisation_hidden,
                r.account_id, c.ended_at
            FROM membership m
            LEFT JOIN membership_person p
                ON p.family_id = m.family_id AND p.membership_id = m.id AND p.person_id = \(person)
            LEFT JOIN coverage_ended c
                ON c.family_id = m.family_id AND c.membership_id = m.id AND c.person_id = \(person)
            LEFT JOIN membership_organisation_reader r ON r.family_id = m.family_id AND r.membership_id = m.id
                AND r.account_id = \(key.reading.reader)
            WHERE m.family_id = \(key.family) AND m.kind = 'professional'
                AND (p.person_id IS NOT NULL OR c.person_id IS NOT NULL)
            ORDER BY m.from_day, m.id
            """
        ) { row in
            let isOpen = !row.bool(7) || !row.isNull(8) || row.id(1) == key.reading.reader
            let ends = try [
                row.ifAny(3) { try $0.day($1) }, row.ifAny(4) { $0.moment($1).day }, row.ifAny(9) { $0.moment($1).day },
            ].compactMap(\.self)
            return (
                id: row.id(0, Membership.self), account: row.id(1, Account.self), from: try row.day(2),
                until: ends.min(), part: row.id(5, Part.self), face: row.ifAny(6) { $0.bytes($1) }, isOpen: isOpen
            )
        }
        return try found.filter { !key.reading.isHidden($0.id) }.map { row in
            let text = try key.open(row.face, in: row.part, at: .face(of: row.id, in: key.family))
            let face = text.flatMap(MemberFace.init(text:))
            return WhoHelped(
                membership: row.id, account: row.account, face: row.isOpen ? face : face?.withoutOrganisation,
                from: row.from, until: row.until.flatMap { $0 <= key.today ? $0 : nil })
        }
    }

    /// How many professionals helped a person so far, each once.
    package func helperCount(of person: ID<Person>, _ key: borrowing DossierKey) throws -> Int {
        Set(try helpersSoFar(of: person, key).map(\.account)).count
    }
}
