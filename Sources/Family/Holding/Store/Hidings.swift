// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// From whom a member is hidden since they came, of those whom the reader knows.
package struct Hiding: Hashable, Sendable {
    package let member: HoldableItem
    package let from: Set<ID<Account>>
    /// Those of the family who do not sign in yet.
    package let fromPersons: Set<ID<Person>>
}

extension Connection {
    /// From whom a member is hidden; nil for who takes no such decisions, and where nobody whom the reader knows is kept
    /// from them.
    package func hiding(
        _ member: ID<Membership>, among circle: CircleSight, _ look: Look, _ key: borrowing DossierKey
    ) throws -> Hiding? {
        let holdable = try holdable(ItemName(.circle, member), look, key)
        guard let found = holdable, found.member != key.reading.reader, key.reading.mayReconsider(about: found.about)
        else { return nil }
        let hidden = try rows(
            """
            SELECT account_id FROM hidden_member
            WHERE family_id = \(key.family) AND membership_id = \(member) AND account_id NOT IN (
                SELECT r.account_id FROM hold_reader r
                JOIN hold h ON h.family_id = r.family_id AND h.id = r.hold_id
                WHERE r.family_id = \(key.family) AND h.item_kind = 'circle' AND h.item_id = \(member)
                    AND h.released_at IS NULL)
            ORDER BY account_id
            """
        ) { $0.id(0, Account.self) }
        let apart = try rows(
            """
            SELECT DISTINCT a.person_id FROM invitation_apart a
            JOIN invitation i ON i.family_id = a.family_id AND i.id = a.invitation_id
            WHERE a.family_id = \(key.family) AND i.membership_id = \(member) AND a.person_id NOT IN (
                SELECT f.person_id FROM hold_from_person f
                JOIN hold h ON h.family_id = f.family_id AND h.id = f.hold_id
                WHERE f.family_id = \(key.family) AND h.item_kind = 'circle' AND h.item_id = \(member)
                    AND h.released_at IS NULL)
            ORDER BY a.person_id
            """
        ) { $0.id(0, Person.self) }
        let known = Set(circle.persons.compactMap(\.person.account) + circle.members.map(\.membership.account))
        let waiting = Set(circle.persons.filter { $0.person.account == nil }.map(\.person.id))
        let from = known.intersection(hidden)
        let fromPersons = waiting.intersection(apart)
        guard !from.isEmpty || !fromPersons.isEmpty else { return nil }
        return Hiding(member: found, from: from, fromPersons: fromPersons)
    }

    /// Asks a second professional whether a member is shown to somebody again; until they say yes it is held besides, and
    /// looked at again as all that is held.
    ///
    /// - Throws: ``Hold/Refusal``, ``SecondProfessional/Refusal``
    package func reconsider(
        _ hiding: Hiding, as toMake: HoldToMake, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let hold = toMake.hold
        guard hold.from.isSubset(of: hiding.from), hold.fromPersons.isSubset(of: hiding.fromPersons) else {
            throw Hold.Refusal.decidedMeanwhile
        }
        let candidates = try secondProfessionals(about: hold.about, besides: hold.from, key).map(\.asked)
        let second = try SecondProfessional(
            ids.next(at: hold.made), asking: toMake.asking, about: Hold.Decision.release.subject(hold.id), by: hold.by,
            among: Set(candidates), at: hold.made)
        try keep(hold, because: toMake.reason, second, ids: ids, key, vault)
    }

    /// What was said when the member came counts no more: two professionals said so.
    ///
    /// Until then it stands beside the hold: it hides who they are, by whatever membership they are there.
    func liftHiding(of hold: Hold, _ key: borrowing DossierKey) throws {
        try execute(
            """
            DELETE FROM hidden_member WHERE family_id = \(key.family) AND membership_id = \(hold.item.id)
                AND account_id IN \(list: hold.from.sorted())
            """)
        try execute(
            """
            DELETE FROM invitation_apart WHERE family_id = \(key.family) AND (
                person_id IN \(list: hold.fromPersons.sorted()) OR person_id IN (
                    SELECT id FROM person
                    WHERE family_id = \(key.family) AND account_id IN \(list: hold.from.sorted())))
                AND invitation_id IN (
                    SELECT id FROM invitation WHERE family_id = \(key.family) AND membership_id = \(hold.item.id))
            """)
    }
}
