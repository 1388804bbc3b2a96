// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// What an invitation says: how the one invited will be known in the circle, and who asks.
package struct InvitationLetter: Hashable, Sendable {
    package let face: MemberFace
    /// The name of who invites, as the circle knows it.
    package let inviter: String

    package init(face: MemberFace, inviter: String) {
        self.face = face
        self.inviter = inviter
    }

    var text: String { FieldText.joined([inviter, face.text]) }

    init?(text: String) {
        let fields = FieldText.fields(of: text, atMost: 2).map(String.init)
        guard fields.count == 2, let face = MemberFace(text: fields[1]) else { return nil }
        self.init(face: face, inviter: fields[0])
    }
}

/// An invitation as it is kept.
package struct KeptInvitation: Hashable, Sendable {
    package let invitation: Invitation
    /// nil when it was erased.
    package let letter: InvitationLetter?
    /// The members from whom the one invited will be hidden.
    package let apartMembers: Set<ID<Account>>
    /// Persons for whom all who must agree said yes.
    package let agreed: Set<ID<Person>>
    package let membership: ID<Membership>?
    package let version: Int

    /// Whether it waits for nobody any more: taken, and answered for each person.
    package var isDone: Bool {
        invitation.accepted != nil
            && invitation.persons.allSatisfy { person in
                agreed.contains(person) || invitation.given.contains { $0.about == person && $0.answer == .no }
            }
    }
}

extension Connection {
    /// The invitations that still wait for somebody, as far as the reader may know of them, first made first.
    package func invitations(at now: Moment, _ key: borrowing DossierKey) throws -> [KeptInvitation] {
        let ids = try rows(
            """
            SELECT id FROM invitation
            WHERE family_id = \(key.family) AND ended_at IS NULL AND ends_at > \(now) ORDER BY id
            """
        ) { $0.id(0, Invitation.self) }
        guard !ids.isEmpty else { return [] }
        let hidden = try accountsHidden(key)
        return try ids.compactMap { try kept($0, key) }.filter { !$0.isDone && key.reading.maySee($0, hidden) }
    }

    /// One invitation, over or not; nil where the reader may not know of it.
    package func invitation(_ id: ID<Invitation>, _ key: borrowing DossierKey) throws -> KeptInvitation? {
        guard let kept = try kept(id, key), key.reading.maySee(kept, try accountsHidden(key)) else { return nil }
        return kept
    }

    /// The invitation by which the one invited reads, with the key it was made for.
    package func invitationLetter(_ id: ID<Invitation>, _ key: borrowing DossierKey) throws -> KeptInvitation? {
        key.reading.ground == .invitation ? try kept(id, key) : nil
    }

    /// An invitation, whoever asks.
    ///
    /// That a second professional agreed stands in its row, too, beside their answer: it is read with the row, and the
    /// release before looks for it nowhere else.
    func kept(_ id: ID<Invitation>, _ key: borrowing DossierKey) throws -> KeptInvitation? {
        let found = try row(
            """
            SELECT kind, by_id, account_id, organisation_id, share, until_day, made_at, accepted_at, ended_at,
                membership_id, letter, version, second_id
            FROM invitation WHERE family_id = \(key.family) AND id = \(id)
            """, InvitationRow.init(row:))
        guard let found else { return nil }
        let persons = try rows(
            """
            SELECT person_id, agreed_at FROM invitation_person
            WHERE family_id = \(key.family) AND invitation_id = \(id) ORDER BY person_id
            """
        ) { ($0.id(0, Person.self), !$0.isNull(1)) }
        let given = try rows(
            """
            SELECT person_id, by_person_id, answer FROM invitation_answer
            WHERE family_id = \(key.family) AND invitation_id = \(id) ORDER BY person_id, by_person_id
            """
        ) { Invitation.Given(about: $0.id(0), by: $0.id(1), Invitation.Answer(rawValue: $0.text(2)) ?? .no) }
        let apart = try rows(
            """
            SELECT person_id FROM invitation_apart
            WHERE family_id = \(key.family) AND invitation_id = \(id) ORDER BY person_id
            """
        ) { $0.id(0, Person.self) }
        let apartMembers = try rows(
            """
            SELECT account_id FROM invitation_apart_member
            WHERE family_id = \(key.family) AND invitation_id = \(id) ORDER BY account_id
            """
        ) { $0.id(0, Account.self) }
        let letter = try key.open(found.letter, in: key.sharedPart, at: .letter(of: id, in: key.family))
        return KeptInvitation(
            invitation: found.invitation(id, persons: Set(persons.map(\.0)), apart: Set(apart), given: given),
            letter: letter.flatMap(InvitationLetter.init(text:)), apartMembers: Set(apartMembers),
            agreed: Set(persons.filter(\.1).map(\.0)), membership: found.membership, version: found.version)
    }

    /// Where an account is invited now, itself or as one who does this work in the organisation on whose behalf it asks.
    package func invitations(
        of account: ID<Account>, for behalf: Behalf, at now: Moment
    ) throws -> [(family: ID<Family>, invitation: ID<Invitation>)] {
        let work = try work(behind: behalf, of: account, on: now.day)
        return try rows(
            """
            SELECT family_id, id, account_id, organisation_id, function FROM invitation
            WHERE account_id = \(account) AND ends_at > \(now) AND ended_at IS NULL AND accepted_at IS NULL
            UNION ALL
            SELECT family_id, id, account_id, organisation_id, function FROM invitation
            WHERE organisation_id IN \(list: work.map(\.organisation)) AND ends_at > \(now) AND account_id IS NULL
                AND ended_at IS NULL AND accepted_at IS NULL
            ORDER BY 2
            """
        ) { row -> (ID<Family>, ID<Invitation>)? in
            let function = row.isNull(2) ? row.ifAny(4) { $0.text($1) } : nil
            let isTheirs = row.isNull(3) || work.doesWork(for: row.id(3), function)
            return isTheirs ? (row.id(0), row.id(1)) : nil
        }.compactMap(\.self)
    }

    /// What somebody reads of a dossier by an invitation: nothing but the invitation, and, once they accept, the
    /// persons for whom all agreed.
    func reading(
        by id: ID<Invitation>, in family: ID<Family>, _ reader: ID<Account>, for behalf: Behalf, on day: Day
    ) throws -> Reading? {
        let open = try invitations(of: reader, for: behalf, at: Moment(day))
        guard open.contains(where: { $0 == (family, id) }) else { return nil }
        let agreed = try rows(
            """
            SELECT p.person_id, i.share FROM invitation_person p
            JOIN invitation i ON i.family_id = p.family_id AND i.id = p.invitation_id
            WHERE p.family_id = \(family) AND p.invitation_id = \(id) AND p.agreed_at IS NOT NULL
            ORDER BY p.person_id
            """
        ) { ($0.id(0, Person.self), Share(rawValue: $0.int(1)) ?? .contact) }
        return .invited(
            reader, to: Dictionary(uniqueKeysWithValues: agreed),
            onBehalfOf: try organisation(behind: behalf, of: reader, on: day))
    }
}

extension [Professional] {
    /// Whether one of these works for an organisation, in a function if one is asked.
    func doesWork(for organisation: ID<Organisation>, _ function: String?) -> Bool {
        contains { $0.organisation == organisation && (function == nil || $0.function.rawValue == function) }
    }
}

extension Reading {
    /// Whether the reader may know of an invitation: who sent it, and who reads about one of those it is for as
    /// family, or plans as a professional; never who must not meet the one invited.
    fileprivate func maySee(_ kept: KeptInvitation, _ hidden: Set<ID<Account>>) -> Bool {
        let invitation = kept.invitation
        if invitation.by == reader { return true }
        guard !kept.apartMembers.contains(reader), ownPerson.map({ !invitation.apart.contains($0) }) ?? true,
            !hidden.contains(invitation.by)
        else { return false }
        if case .account(let invited) = invitation.invited, hidden.contains(invited) { return false }
        if ownPerson != nil { return !invitation.persons.isDisjoint(with: decidesAbout) }
        return membership?.kind == .professional
            && invitation.persons.contains { covered[$0].map { $0.share >= .plan } ?? false }
    }
}

/// The row of an invitation.
private struct InvitationRow {
    let kind: Membership.Kind
    let by: ID<Account>
    let account: ID<Account>?
    let organisation: ID<Organisation>?
    let share: Share
    let until: Day?
    let made: Moment
    let accepted: Moment?
    let ended: Moment?
    let membership: ID<Membership>?
    let letter: [UInt8]?
    let version: Int
    let isConfirmed: Bool

    init(row: borrowing Row) throws {
        kind = Membership.Kind(rawValue: row.text(0)) ?? .relative
        by = row.id(1)
        account = row.ifAny(2) { $0.id($1) }
        organisation = row.ifAny(3) { $0.id($1) }
        share = Share(rawValue: row.int(4)) ?? .contact
        until = try row.ifAny(5) { try $0.day($1) }
        made = row.moment(6)
        accepted = row.ifAny(7) { $0.moment($1) }
        ended = row.ifAny(8) { $0.moment($1) }
        membership = row.ifAny(9) { $0.id($1) }
        letter = row.ifAny(10) { $0.bytes($1) }
        version = row.int(11)
        isConfirmed = !row.isNull(12)
    }

    func invitation(
        _ id: ID<Invitation>, persons: Set<ID<Person>>, apart: Set<ID<Person>>, given: [Invitation.Given]
    ) -> Invitation {
        Invitation(
            id: id, kind: kind, by: by, invited: invited, organisation: organisation, persons: persons, share: share,
            until: until, apart: apart, made: made, given: given, accepted: accepted, ended: ended,
            isConfirmed: isConfirmed)
    }

    private var invited: Invitation.Invited {
        if let account { return .account(account) }
        return kind == .professional ? .whoeverDoesIt : .nobodyYet
    }
}

extension SealedPlace {
    static func letter(of invitation: ID<Invitation>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("invitation", "letter", row: invitation.text, owner: family.text)
    }
}
