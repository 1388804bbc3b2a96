// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// A detail of a person as it is told when a family is started.
package struct DetailToTell: Hashable, Sendable {
    package let person: ID<Person>
    package let kind: PersonalDetail
    package let value: PlainText
    package let isHidden: Bool

    package init(_ person: ID<Person>, _ kind: PersonalDetail, _ value: PlainText, isHidden: Bool) {
        self.person = person
        self.kind = kind
        self.value = value
        self.isHidden = isHidden
    }
}

/// A family as a professional starts it, on behalf of an organisation.
package struct FamilyStart: Sendable {
    package let outline: FamilyOutline
    package let name: PlainText
    package let details: [DetailToTell]
    /// The starter's own place in the circle.
    package let membership: Membership
    package let face: MemberFace
    package let organisation: ID<Organisation>
    /// Whether direction is the parents' as soon as one of them confirms the start.
    package let parentsDirect: Bool
    /// Whether the family knows already that it is kept here.
    package let familyKnows: Bool
    package let at: Moment

    package init(
        _ outline: FamilyOutline, named name: PlainText, details: [DetailToTell], membership: Membership,
        face: MemberFace, organisation: ID<Organisation>, parentsDirect: Bool, familyKnows: Bool, at: Moment
    ) {
        self.outline = outline
        self.name = name
        self.details = details
        self.membership = membership
        self.face = face
        self.organisation = organisation
        self.parentsDirect = parentsDirect
        self.familyKnows = familyKnows
        self.at = at
    }
}

/// Who starts a family does not work for the organisation on whose behalf they do.
package struct NotAtWork: Refusal {}

extension Dossiers {
    /// Starts a family; a form that was sent before leads to the family that it started.
    ///
    /// The starter directs until a parent confirms what was written down, as somebody must at every moment and before
    /// that nobody of the family signs in.
    ///
    /// - Throws: ``NotAtWork``
    package func start(
        _ start: FamilyStart, as founding: Founding, form: ID<Submission>,
        leadingTo link: @escaping @Sendable (ID<Family>) -> String
    ) async throws -> String {
        let (vault, starter) = (vault, start.membership.account)
        try vault.makeKeys(founding.keyNames)
        let family = FamilyToStart(founding, named: start.name.text, by: starter, at: start.at) { key, connection in
            try connection.fill(start, key, vault)
        }
        return try await database.write(settled: { try $0.submitted(form, by: starter) }) { connection in
            if let before = try connection.submitted(form, by: starter) { return before }
            let work = try connection.organisations(of: starter, on: start.at.day)
            guard work.contains(where: { $0.id == start.organisation }) else { throw NotAtWork() }
            try connection.found(family, vault)
            let outcome = link(founding.family)
            try connection.record(Submission(form: form, account: starter, at: start.at, outcome: outcome))
            return outcome
        }
    }
}

extension Connection {
    fileprivate func fill(_ start: FamilyStart, _ key: borrowing DossierKey, _ vault: Vault) throws {
        let (starter, at) = (start.membership.account, start.at)
        for member in start.outline.members {
            let person = PersonToAdd(id: member.id, account: nil, name: member.name.text, birth: member.birth)
            try add(person, by: starter, at: at, key, vault)
        }
        for tie in start.outline.ties { try add(tie, by: starter, at: at, key, vault) }
        for authority in start.outline.authorities { try add(authority, by: starter, at: at, key, vault) }
        for detail in start.details {
            try note(
                detail.kind, of: detail.person, detail.value.text, isHidden: detail.isHidden, letIn: [starter],
                by: starter, at: at, key, vault)
        }
        try letIn(start.membership, face: start.face, by: starter, at: at, key, vault)
        try move(Direction(kind: .contact, holder: starter, since: at.day), by: starter, at: at, key, vault)
        try moveFirstContact(to: starter, since: at.day, by: starter, at: at, key, vault)
        try noteStart(
            by: starter, for: start.organisation, parentsDirect: start.parentsDirect, familyKnows: start.familyKnows,
            key)
    }

    /// Notes who started a family on whose behalf, and since when it was confirmed.
    package func noteStart(
        by starter: ID<Account>, for organisation: ID<Organisation>, parentsDirect: Bool, familyKnows: Bool,
        confirmed: Moment? = nil, _ key: borrowing DossierKey
    ) throws {
        try execute(
            """
            INSERT INTO family_start (family_id, starter_id, organisation_id, parents_direct, family_knows, confirmed_at)
            VALUES (\(key.family), \(starter), \(organisation), \(parentsDirect), \(familyKnows), \(confirmed))
            """)
    }
}
