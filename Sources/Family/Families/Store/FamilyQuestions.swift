// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// A detail of a person, as the reader may see it.
package struct DetailSight: Hashable, Sendable {
    package let person: ID<Person>
    package let kind: PersonalDetail
    package let value: String
    /// Hidden from most, so that the page can say so to those let in.
    package let isHidden: Bool
}

extension Connection {
    /// The details of the persons covered that the reader may see: with share `plan` or more, a hidden one when let
    /// in, whatever the share, or their own.
    package func details(_ key: borrowing DossierKey) throws -> [DetailSight] {
        let reader = key.reading.reader
        return try rows(
            """
            SELECT d.person_id, d.kind, d.hidden, d.value, r.account_id
            FROM personal_detail d
            LEFT JOIN personal_detail_reader r ON r.family_id = d.family_id AND r.person_id = d.person_id
                AND r.kind = d.kind AND r.account_id = \(reader)
            WHERE d.family_id = \(key.family) ORDER BY d.person_id, d.kind
            """
        ) { row -> DetailSight? in
            let person = row.id(0, Person.self)
            let isHidden = row.bool(2)
            guard let kind = PersonalDetail(rawValue: row.text(1)),
                let coverage = key.reading.covered[person],
                isHidden ? !row.isNull(4) || key.reading.ownPerson == person : coverage.share >= .plan
            else { return nil }
            let sealed = row.ifAny(3) { $0.bytes($1) }
            let place = SealedPlace.detail(kind, of: person, in: key.family)
            guard let value = try key.open(sealed, in: key.part(about: [person]), at: place) else { return nil }
            return DetailSight(person: person, kind: kind, value: value, isHidden: isHidden)
        }.compactMap(\.self)
    }

    /// Whether there is any family at all; which, the keys say.
    package func hasFamilies() throws -> Bool {
        try row("SELECT id FROM family ORDER BY id LIMIT 1") { _ in true } ?? false
    }

    /// The day on which the family was started here.
    package func started(_ key: borrowing DossierKey) throws -> Day {
        try row("SELECT started_at FROM family WHERE id = \(key.family) ORDER BY id") { $0.moment(0).day } ?? key.today
    }
}
