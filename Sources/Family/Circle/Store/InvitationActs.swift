// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// An invitation to be sent, with all that the rule does not decide about.
package struct InvitationToSend: Sendable {
    package let draft: Invitation
    package let letter: InvitationLetter
    package let notAsking: NotAsking?
    /// What work is asked for, where nobody is named.
    package let function: Professional.Function?
    package let apartMembers: Set<ID<Account>>
    /// What is promised by who must answer, in words.
    package let asking: String

    package init(
        _ draft: Invitation, _ letter: InvitationLetter, notAsking: NotAsking? = nil,
        function: Professional.Function? = nil, apartMembers: Set<ID<Account>> = [], asking: String
    ) {
        self.draft = draft
        self.letter = letter
        self.notAsking = notAsking
        self.function = function
        self.apartMembers = apartMembers
        self.asking = asking
    }
}

extension Connection {
    /// Sends an invitation: those who must agree, and the one invited, owe an answer.
    ///
    /// Where somebody is not asked, a second professional is asked to decide it.
    ///
    /// - Throws: ``InvitationRefusal``, ``ClosedTrack/Refusal``, ``SecondProfessional/Refusal``
    package func send(
        _ toSend: InvitationToSend, at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        if toSend.draft.kind == .relative { try passCheck(for: .informalMember, at: now, key) }
        let agreements = try whoMustAgree(for: toSend.draft.persons, key)
        let invitation = try toSend.draft.sent(
            by: key.reading, mustAgree: agreements, notAsking: toSend.notAsking)
        try keep(invitation, toSend, agreements, at: now, ids: ids, key, vault)
        guard let notAsking = toSend.notAsking, !invitation.leftOut.isEmpty else { return }
        let second = try SecondProfessional(
            ID(as: invitation.id), asking: notAsking.asking, about: Decided.invitation.subject(invitation.id),
            by: invitation.by,
            among: Set(try secondProfessionals(about: invitation.persons, key).map(\.asked)), at: now)
        try ask(
            second, because: notAsking.reason, in: key.part(about: invitation.persons), promise: ids.next(at: now), key,
            vault)
    }

    /// Keeps an invitation that the rule let pass, and asks those who owe an answer.
    package func keep(
        _ invitation: Invitation, _ toSend: InvitationToSend, _ agreements: [ID<Person>: WhoMustAgree],
        at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try insert(invitation, toSend, key)
        try journal(.invitationMade, invitation, by: invitation.by, at: now, key, vault)
        try noteOutcomes(of: invitation, agreements, at: now, key)
        for owner in try askedNow(invitation, agreements, key) {
            try ask(owner, invitation, toSend.asking, at: now, ids: ids, key, vault)
        }
    }

    private func insert(
        _ invitation: Invitation, _ toSend: InvitationToSend, _ key: borrowing DossierKey
    ) throws {
        let (family, id) = (key.family, invitation.id)
        let letter = try key.seal(toSend.letter.text, in: key.sharedPart, at: .letter(of: id, in: family))
        try execute(
            """
            INSERT INTO invitation (family_id, id, kind, by_id, account_id, organisation_id, function, share,
                until_day, made_at, ends_at, letter)
            VALUES (\(family), \(id), \(invitation.kind.rawValue), \(invitation.by), \(invitation.account),
                \(invitation.organisation), \(toSend.function?.rawValue), \(invitation.share.rawValue),
                \(invitation.until), \(invitation.made), \(invitation.ends), \(letter))
            """)
        for person in invitation.persons.sorted() {
            try execute(
                """
                INSERT INTO invitation_person (family_id, invitation_id, person_id)
                VALUES (\(family), \(id), \(person))
                """)
        }
        for person in invitation.apart.sorted() {
            try execute(
                """
                INSERT INTO invitation_apart (family_id, invitation_id, person_id)
                VALUES (\(family), \(id), \(person))
                """)
        }
        for member in toSend.apartMembers.sorted() {
            try execute(
                """
                INSERT INTO invitation_apart_member (family_id, invitation_id, account_id)
                VALUES (\(family), \(id), \(member))
                """)
        }
        for given in invitation.given { try insert(given, of: id, at: invitation.made, key) }
    }

    func insert(
        _ given: Invitation.Given, of id: ID<Invitation>, at: Moment, _ key: borrowing DossierKey
    ) throws {
        try execute(
            """
            INSERT INTO invitation_answer (family_id, invitation_id, person_id, by_person_id, answer, given_at)
            VALUES (\(key.family), \(id), \(given.about), \(given.by), \(given.answer.rawValue), \(at))
            """)
    }

    /// Those who owe an answer: who must agree and signs in, and the one invited.
    private func askedNow(
        _ invitation: Invitation, _ agreements: [ID<Person>: WhoMustAgree], _ key: borrowing DossierKey
    ) throws -> [Promise.Owner] {
        let waiting = invitation.persons.reduce(into: Set<ID<Person>>()) { waiting, person in
            guard let agreement = agreements[person] else { return }
            if case .waits(let others) = invitation.outcome(for: person, agreement) { waiting.formUnion(others) }
        }
        let accounts = try accounts(ofPersons: waiting.subtracting(invitation.leftOut), key).values.sorted().map {
            Promise.Owner.account($0)
        }
        switch invitation.invited {
        case .account(let account): return accounts + [.account(account)]
        case .whoeverDoesIt: return accounts + (invitation.organisation.map { [.organisation($0)] } ?? [])
        case .nobodyYet: return accounts
        }
    }

    /// Known to who owes it and to who waits for it, and to nobody else: it is about nobody in particular.
    func ask(
        _ owner: Promise.Owner, _ invitation: Invitation, _ text: String, at now: Moment, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let promise = Promise(
            id: ids.next(at: now), kind: .answerInvitation, owner: owner, receiver: .account(invitation.by),
            subject: invitation.subject, urgency: .agreed(invitation.ends), made: now,
            fallback: invitation.organisation)
        try make(promise, about: [], saying: text, by: nil, key, vault)
    }

    /// With what each of these persons signs in.
    func accounts(ofPersons persons: Set<ID<Person>>, _ key: borrowing DossierKey) throws -> [ID<Person>: ID<Account>] {
        let found = try rows(
            """
            SELECT id, account_id FROM person
            WHERE family_id = \(key.family) AND id IN \(list: persons.sorted()) AND account_id IS NOT NULL ORDER BY id
            """
        ) { ($0.id(0, Person.self), $0.id(1, Account.self)) }
        return Dictionary(uniqueKeysWithValues: found)
    }

    /// Writes down for whom all agreed, and for whom somebody did not.
    ///
    /// - Returns: those for whom all agree now.
    @discardableResult
    func noteOutcomes(
        of invitation: Invitation, _ agreements: [ID<Person>: WhoMustAgree], at now: Moment,
        _ key: borrowing DossierKey
    ) throws -> Set<ID<Person>> {
        var agreed: Set<ID<Person>> = []
        for (person, agreement) in agreements.sorted(by: { $0.key < $1.key }) {
            let outcome = invitation.outcome(for: person, agreement)
            guard outcome == .agreed || outcome == .refused else { continue }
            if outcome == .agreed { agreed.insert(person) }
            try execute(
                """
                UPDATE invitation_person
                SET agreed_at = \(outcome == .agreed ? now : nil), refused_at = \(outcome == .refused ? now : nil)
                WHERE family_id = \(key.family) AND invitation_id = \(invitation.id) AND person_id = \(person)
                """)
        }
        return agreed
    }

    func journal(
        _ kind: JournalEntry.Kind, _ invitation: Invitation, by who: ID<Account>, at now: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try journal(
            JournalEntry(
                at: now, kind: kind, who: who, item: ItemName(.circle, invitation.id), persons: []), key, vault)
    }
}

extension Invitation {
    /// The account it is for, once there is one.
    package var account: ID<Account>? {
        switch invited {
        case .account(let account): account
        case .nobodyYet, .whoeverDoesIt: nil
        }
    }

    var subject: Promise.Subject { Promise.Subject(kind: "invitation", id: id.text) }
}
