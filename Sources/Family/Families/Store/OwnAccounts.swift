// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Connection {
    /// Gives a person of the family the account with which they sign in.
    ///
    /// A young person's own account is theirs: who reads with them as family learns of it by their words only
    /// (``accountsUntold(_:)``). Whoever is to be hidden from this person is hidden from now on, and what waits for
    /// their answer is asked.
    package func give(
        _ account: ID<Account>, to person: ID<Person>, isTheirOwn: Bool, at now: Moment, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let given = try execute(
            """
            UPDATE person SET account_id = \(account), version = version + 1
            WHERE family_id = \(key.family) AND id = \(person) AND account_id IS NULL
            """)
        guard given == 1 else { throw AccountGiven() }
        let giver = key.reading.reader
        if isTheirOwn {
            try execute(
                """
                INSERT INTO own_account (family_id, person_id, account_id, given_by, given_at)
                VALUES (\(key.family), \(person), \(account), \(giver), \(now))
                """)
        }
        try journal(
            JournalEntry(
                at: now, kind: .accountGiven, who: giver, item: ItemName(.family, key.family), persons: [person]), key,
            vault)
        try hideFromNow(account, of: person, key)
        try holdFromNow(account, of: person, key)
        try askWhatWaits(for: account, of: person, at: now, ids: ids, key, vault)
    }

    /// Members who must not meet a person are hidden as soon as that person signs in.
    private func hideFromNow(_ account: ID<Account>, of person: ID<Person>, _ key: borrowing DossierKey) throws {
        try execute(
            """
            INSERT INTO hidden_member (family_id, account_id, membership_id)
            SELECT i.family_id, \(account), i.membership_id FROM invitation_apart a
            JOIN invitation i ON i.family_id = a.family_id AND i.id = a.invitation_id
            WHERE a.family_id = \(key.family) AND a.person_id = \(person) AND i.membership_id IS NOT NULL
            ON CONFLICT DO NOTHING
            """)
    }

    /// Young people's own accounts of which the reader has not been told: they read as family or relative, and the
    /// young person never talked with them here.
    func accountsUntold(_ key: borrowing DossierKey) throws -> Set<ID<Account>> {
        guard key.reading.membership?.kind != .professional else { return [] }
        let reader = key.reading.reader
        let found = try rows(
            """
            SELECT o.account_id FROM own_account o
            WHERE o.family_id = \(key.family) AND o.account_id <> \(reader) AND NOT EXISTS (
                SELECT 1 FROM participant a
                JOIN participant b ON b.family_id = a.family_id AND b.conversation_id = a.conversation_id
                WHERE a.account_id = \(reader) AND a.family_id = o.family_id AND b.account_id = o.account_id
            )
            ORDER BY o.account_id
            """
        ) { $0.id(0, Account.self) }
        return Set(found)
    }
}

extension Connection {
    /// Asks somebody who signs in from now on for the answers that invitations wait for: they owe them as everybody does
    /// who could be asked when the invitation was sent.
    private func askWhatWaits(
        for account: ID<Account>, of person: ID<Person>, at now: Moment, ids: IDSource, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        let open = try rows(
            """
            SELECT id FROM invitation
            WHERE family_id = \(key.family) AND ended_at IS NULL AND ends_at > \(now) ORDER BY id
            """
        ) { $0.id(0, Invitation.self) }
        guard !open.isEmpty, let own = try reading(of: key.family, by: account, on: key.today, vault) else { return }
        for id in open {
            guard let invitation = try kept(id, key)?.invitation else { continue }
            let agreements = try whoMustAgree(for: invitation.persons, as: own, in: key.family, on: key.today)
            let isAsked = agreements.contains { about, agreement in
                guard case .waits(let others) = invitation.outcome(for: about, agreement) else { return false }
                return others.contains(person)
            }
            guard isAsked else { continue }
            try ask(.account(account), invitation, "", at: now, ids: ids, key, vault)
        }
    }
}

/// The person signs in already; a new card brings them back in.
package struct AccountGiven: Refusal {}

/// A person to whom a professional may hand a card.
package struct PersonToJoin: Hashable, Sendable {
    package let name: String?
    package let account: ID<Account>?
    package let isMinor: Bool
    /// Of an age at which they answer themself for who may know what.
    package let decides: Bool
}

extension Connection {
    /// The person, where the reader is a professional who plans with them; nil for everybody else.
    package func personToJoin(_ person: ID<Person>, _ key: borrowing DossierKey) throws -> PersonToJoin? {
        guard key.reading.mayHandCard(to: person),
            let found = key.reading.persons.first(where: { $0.id == person })
        else { return nil }
        return PersonToJoin(
            name: try key.name(of: person), account: found.account,
            isMinor: AgeBand(found.birth, on: key.today) != .adult,
            decides: Inability.concerns(found.birth, on: key.today))
    }

    /// Somebody of the own network who is in the circle, where the reader may hand them a new card; nil for everybody else.
    ///
    /// Not who has another account than a family's: theirs is not given back here.
    package func memberToJoin(
        _ id: ID<Membership>, _ key: borrowing DossierKey, _ vault: Vault
    ) throws -> Membership? {
        guard let member = try member(id, key)?.member.membership, key.reading.mayHandCard(to: member),
            try account(member.account, vault)?.kind == .familyMember
        else { return nil }
        return member
    }

    /// Tells the owner of an account that a card was made for it, in the act's transaction.
    package func tellOfCard(for account: ID<Account>, at now: Moment, _ key: borrowing DossierKey) throws {
        try tell([account], of: .card(of: account), at: now, key)
    }

    /// An invitation of somebody of the own network whose card the reader, who sent it, hands over.
    package func invitationToHandOver(
        _ id: ID<Invitation>, at now: Moment, _ key: borrowing DossierKey
    ) throws -> KeptInvitation? {
        guard let kept = try invitation(id, key), kept.invitation.kind == .relative,
            kept.invitation.by == key.reading.reader, kept.invitation.isOpen(at: now)
        else { return nil }
        return kept
    }

    /// Binds an invitation to the account that was opened for the one invited, who owes an answer from then on.
    package func bind(
        _ account: ID<Account>, to kept: KeptInvitation, _ asking: String, at now: Moment, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try execute(
            """
            UPDATE invitation SET account_id = \(account), version = version + 1
            WHERE family_id = \(key.family) AND id = \(kept.invitation.id) AND account_id IS NULL
            """)
        try ask(.account(account), kept.invitation, asking, at: now, ids: ids, key, vault)
    }
}
