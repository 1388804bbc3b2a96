// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Connection {
    /// Writes down what somebody who must agree says about some of the persons; for whom all agree, the one invited is
    /// let in, if they want to.
    ///
    /// - Throws: ``Invitation/Refusal``
    package func answer(
        _ kept: KeptInvitation, _ answers: [ID<Person>: Invitation.Answer], at now: Moment, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let own = key.reading.ownPerson else { throw Invitation.Refusal.notYoursToAnswer }
        let agreements = try whoMustAgree(for: kept.invitation.persons, key)
        var invitation = kept.invitation
        for (person, answer) in answers.sorted(by: { $0.key < $1.key }) {
            invitation = try invitation.answered(
                answer, about: person, by: own, agreements[person] ?? .nobody(.authorityNotNoted), at: now)
            try insert(Invitation.Given(about: person, by: own, answer), of: invitation.id, at: now, key)
        }
        try bump(kept, key)
        try journal(.invitationAnswered, invitation, by: key.reading.reader, at: now, key, vault)
        let agreed = try noteOutcomes(of: invitation, agreements, at: now, key)
        try settle(invitation, owedBy: .account(key.reading.reader), at: now, key, vault)
        guard case .account(let account) = invitation.invited, invitation.accepted != nil else { return }
        let added = agreed.subtracting(kept.agreed)
        try letIn(kept, account, for: added, membership: kept.membership, at: now, ids: ids, key, vault)
    }

    /// The one invited wants to take part, and is let in for those for whom all agreed.
    ///
    /// - Throws: ``Invitation/Refusal``
    package func accept(
        _ id: ID<Invitation>, as face: (name: String, organisation: String?), at now: Moment, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let kept = try invitationLetter(id, key) else { throw Invitation.Refusal.notForYou }
        let reader = key.reading.reader
        // That this reader does the work which was asked for is what the key was made for.
        let accepted = try kept.invitation.accepted(by: reader, isTheirs: true, at: now)
        if kept.invitation.kind == .relative { try passCheck(forMemberInvitedAt: kept.invitation.made, at: now, key) }
        try bump(kept, key)
        try execute(
            """
            UPDATE invitation SET accepted_at = \(now), account_id = \(reader)
            WHERE family_id = \(key.family) AND id = \(id)
            """)
        try journal(.invitationAnswered, accepted, by: reader, at: now, key, vault)
        try settle(accepted, owedBy: nil, at: now, key, vault)
        let named = kept.named(face.name, organisation: face.organisation)
        try rewrite(named.letter, of: id, key)
        try letIn(named, reader, for: kept.agreed, membership: nil, at: now, ids: ids, key, vault)
    }

    /// The one invited does not want to.
    ///
    /// - Throws: ``Invitation/Refusal``
    package func refuse(
        _ id: ID<Invitation>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let kept = try invitationLetter(id, key) else { throw Invitation.Refusal.notForYou }
        _ = try kept.invitation.refused(by: key.reading.reader, isTheirs: true, at: now)
        try end(kept, at: now, key, vault)
    }

    /// Withdraws an invitation; whoever was let in by it stays.
    ///
    /// - Throws: ``Invitation/Refusal``
    package func withdraw(
        _ kept: KeptInvitation, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        _ = try kept.invitation.withdrawn(by: key.reading, at: now)
        try end(kept, at: now, key, vault)
    }

    /// A second professional answered that somebody is not asked: for whom all agree then, the one invited is let in; after
    /// a no it is over.
    ///
    /// It is written with the key of who invites. Did they leave, or is it over, then nothing more follows.
    func follow(
        _ id: ID<Invitation>, _ second: SecondProfessional, at now: Moment, ids: IDSource, _ vault: Vault,
        in family: ID<Family>
    ) throws {
        guard let given = second.given else { return }
        _ = try withKey(of: family, for: second.first, .all, on: now.day, by: nil, vault) { key -> Bool? in
            guard let kept = try kept(id, key), kept.invitation.isOpen(at: now) else { return nil }
            guard given.answer == .yes else {
                try end(kept, at: now, key, vault)
                return true
            }
            try bump(kept, key)
            try execute(
                "UPDATE invitation SET second_id = \(given.by) WHERE family_id = \(family) AND id = \(id)")
            let confirmed = kept.invitation.confirmed()
            let agreements = try whoMustAgree(for: confirmed.persons, key)
            let agreed = try noteOutcomes(of: confirmed, agreements, at: now, key)
            guard case .account(let account) = confirmed.invited, confirmed.accepted != nil else { return true }
            let added = agreed.subtracting(kept.agreed)
            try letIn(kept, account, for: added, membership: kept.membership, at: now, ids: ids, key, vault)
            return true
        }
    }

    /// Ends what a helper was still asked for, as another one goes on with all they do: a yes that comes later is for
    /// nobody.
    func endInvitations(
        of helper: ID<Account>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let open = try rows(
            """
            SELECT id FROM invitation
            WHERE family_id = \(key.family) AND account_id = \(helper) AND kind = 'professional' AND ended_at IS NULL
                AND ends_at > \(now)
            ORDER BY id
            """
        ) { $0.id(0, Invitation.self) }
        for kept in try open.compactMap({ try self.kept($0, key) }) where !kept.isDone {
            try end(kept, at: now, key, vault)
        }
    }

    private func end(
        _ kept: KeptInvitation, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try bump(kept, key)
        try execute(
            """
            UPDATE invitation SET ended_at = \(now), letter = NULL
            WHERE family_id = \(key.family) AND id = \(kept.invitation.id)
            """)
        try journal(.invitationEnded, kept.invitation, by: key.reading.reader, at: now, key, vault)
        for stored in try openPromises(in: ID(as: key.family), about: kept.invitation.subject) {
            try save(try stored.promise.settled(at: now), of: stored)
        }
        try dropSecond(about: Decided.invitation.subject(kept.invitation.id), at: now, key)
    }

    /// - Throws: ``Invitation/Refusal/over`` when somebody changed it since it was read.
    private func bump(_ kept: KeptInvitation, _ key: borrowing DossierKey) throws {
        let changed = try execute(
            """
            UPDATE invitation SET version = version + 1
            WHERE family_id = \(key.family) AND id = \(kept.invitation.id) AND version = \(kept.version)
            """)
        guard changed == 1 else { throw Invitation.Refusal.over }
    }

    private func rewrite(
        _ letter: InvitationLetter?, of id: ID<Invitation>, _ key: borrowing DossierKey
    ) throws {
        guard let letter else { return }
        let sealed = try key.seal(letter.text, in: key.sharedPart, at: .letter(of: id, in: key.family))
        try execute("UPDATE invitation SET letter = \(sealed) WHERE family_id = \(key.family) AND id = \(id)")
    }

    /// Without an owner: what the one invited owed, themself or their organisation.
    private func settle(
        _ invitation: Invitation, owedBy owner: Promise.Owner?, at now: Moment, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        let invited: [Promise.Owner] = [
            .account(key.reading.reader), invitation.organisation.map { .organisation($0) },
        ].compactMap(\.self)
        let owners = owner.map { [$0] } ?? invited
        for stored in try openPromises(in: ID(as: key.family), about: invitation.subject)
        where owners.contains(stored.promise.owner) {
            try settle(stored.promise.id, by: key.reading.reader, at: now, key, vault)
        }
    }

    private func letIn(
        _ kept: KeptInvitation, _ account: ID<Account>, for persons: Set<ID<Person>>, membership: ID<Membership>?,
        at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard !persons.isEmpty, let letter = kept.letter else { return }
        let invitation = kept.invitation
        if let membership {
            let who = key.reading.reader
            guard try widen(membership, for: persons, letter.face, by: who, at: now, key, vault) else { return }
            return try keepConsent(of: invitation, letting: membership, in: persons, at: now, key)
        }
        if let already = try memberships(of: account, in: [key.family]).map(\.membership).first(where: {
            invitation.isDone(by: $0, for: persons, on: now.day)
        }) {
            try note(already.id, by: invitation, key)
            try keepConsent(of: invitation, letting: already.id, in: persons, at: now, key)
            return try hide(already.id, for: persons, from: kept, at: now, key, vault)
        }
        let new = Membership(
            id: ids.next(at: now), account: account, kind: invitation.kind, organisation: invitation.organisation,
            covers: persons, share: invitation.share, term: Period(from: now.day, until: invitation.until))
        try letIn(new, face: letter.face, by: invitation.by, at: now, key, vault)
        try note(new.id, by: invitation, key)
        try keepConsent(of: invitation, letting: new.id, in: persons, at: now, key)
        try hide(new.id, for: persons, from: kept, at: now, key, vault)
    }

    /// Notes by which membership somebody takes part who was invited.
    private func note(
        _ membership: ID<Membership>, by invitation: Invitation, _ key: borrowing DossierKey
    ) throws {
        try execute(
            """
            UPDATE invitation SET membership_id = \(membership)
            WHERE family_id = \(key.family) AND id = \(invitation.id)
            """)
    }

    /// Hides a member from those who must not meet them, as the invitation says.
    private func hide(
        _ membership: ID<Membership>, for persons: Set<ID<Person>>, from kept: KeptInvitation, at now: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let apart = try accounts(ofPersons: kept.invitation.apart, key).values
        for reader in kept.apartMembers.union(apart).sorted() {
            try hide(membership, covering: persons, from: reader, by: kept.invitation.by, at: now, key, vault)
        }
    }
}

extension KeptInvitation {
    /// The invitation with the name of who came: a professional is known by their own name.
    fileprivate func named(_ name: String, organisation: String?) -> KeptInvitation {
        guard invitation.kind == .professional, let letter else { return self }
        let face = MemberFace(
            name: name, function: letter.face.function, organisation: organisation ?? letter.face.organisation,
            expectation: letter.face.expectation, notTheirTask: letter.face.notTheirTask)
        return KeptInvitation(
            invitation: invitation, letter: InvitationLetter(face: face, inviter: letter.inviter),
            apartMembers: apartMembers, agreed: agreed, membership: membership, version: version)
    }
}
