// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Connection {
    /// The members who are shown to the family by their function, as their name would put them in danger.
    package func shownAsFunction(_ key: borrowing DossierKey) throws -> Set<ID<Membership>> {
        Set(
            try rows(
                """
                SELECT membership_id FROM shown_as_function WHERE family_id = \(key.family) ORDER BY membership_id
                """
            ) { $0.id(0) })
    }

    /// The professionals whom the reader may have shown by function or by name.
    package func showable(_ key: borrowing DossierKey) throws -> [CircleMember] {
        let director = try directionNow(key)?.holder
        return try circle(key).members.filter { key.reading.mayShowAsFunction($0.membership, director: director) }
    }

    /// Shows a member by their function from now on, for a reason that is kept; or by name again.
    ///
    /// The rule was asked before.
    package func show(
        _ member: Membership, asFunctionFor reason: PlainText?, by who: ID<Account>, at now: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try execute(
            "DELETE FROM shown_as_function WHERE family_id = \(key.family) AND membership_id = \(member.id)")
        if let reason {
            let part = key.part(about: member.covers)
            let place = SealedPlace.functionReason(of: member.id, in: key.family)
            let sealed = try key.seal(reason.text, in: part, at: place)
            try execute(
                """
                INSERT INTO shown_as_function (family_id, membership_id, part_id, reason, set_by, set_at)
                VALUES (\(key.family), \(member.id), \(part), \(sealed), \(who), \(now))
                """)
        }
        try journal(
            JournalEntry(
                at: now, kind: .functionShown, who: who, item: ItemName(.circle, member.id), persons: member.covers,
                detail: reason == nil ? "name" : "function"), key, vault)
    }

    /// Empties why, in these parts.
    func emptyFunctionReasons(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        try execute(
            """
            UPDATE shown_as_function SET reason = NULL
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND reason IS NOT NULL
            """)
    }
}

extension SealedPlace {
    fileprivate static func functionReason(of member: ID<Membership>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("shown_as_function", "reason", row: member.text, owner: family.text)
    }
}
