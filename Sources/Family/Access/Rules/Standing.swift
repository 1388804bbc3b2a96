// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// All that decides what one person may read in one dossier, as it stands now.
package struct Standing: Sendable {
    package let reader: ID<Account>
    package let persons: [Person]
    package let ties: [Tie]
    package let authorities: [Authority]
    /// The reader's own memberships, ended ones too.
    package let memberships: [Membership]
    /// Young people from 16 who let a person read with them.
    package let letIn: Set<LetIn>
    /// Parents whose own right to read about a child is refused (Jeugdwet 7.3.11 lid 3).
    package let refused: Set<LetIn>
    /// What is held from the reader.
    package let held: Held
    /// Members who are hidden from the reader.
    package let hiddenMembers: Set<ID<Membership>>
    /// On whose behalf the reader asks: of one organisation at most; of all they work for where it is weighed what they
    /// could read at all.
    package let onBehalfOf: Set<ID<Organisation>>
    /// What the reader opened in an emergency, while it is open.
    package let emergency: EmergencyAccess?

    package init(
        reader: ID<Account>, persons: [Person], ties: [Tie], authorities: [Authority], memberships: [Membership],
        letIn: Set<LetIn> = [], refused: Set<LetIn> = [], held: Held = Held(), hiddenMembers: Set<ID<Membership>> = [],
        onBehalfOf: Set<ID<Organisation>> = [], emergency: EmergencyAccess? = nil
    ) {
        self.reader = reader
        self.persons = persons
        self.ties = ties
        self.authorities = authorities
        self.memberships = memberships
        self.letIn = letIn
        self.refused = refused
        self.held = held
        self.hiddenMembers = hiddenMembers
        self.onBehalfOf = onBehalfOf
        self.emergency = emergency
    }

    /// A young person's yes to somebody reading what is about them, or somebody whose reading of them is refused.
    package struct LetIn: Hashable, Sendable {
        package let child: ID<Person>
        package let reader: ID<Person>

        package init(child: ID<Person>, reader: ID<Person>) {
            self.child = child
            self.reader = reader
        }
    }

    /// What leaves no trace for this reader (*vastgehouden*).
    package struct Held: Sendable, Hashable {
        /// A closed track: the whole family is held from the reader.
        package let wholeFamily: Bool
        package let items: Set<ItemName>

        package init(wholeFamily: Bool = false, items: Set<ItemName> = []) {
            self.wholeFamily = wholeFamily
            self.items = items
        }
    }
}

/// One item of a dossier, by kind and identifier.
package struct ItemName: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case circle, conversation, promise, accessLog, family, question, concern
        case hold
        case emergency, safetyCard
        case story, note, objection
        case plan, goal, action, meeting
        case consent
        case direction, handover
        case timeline
        case copy, forgetting, keeping
        case decision
        case consult
        case referral
        case indication, match
        case proposal, provision
        case careReport, reportOrigin, reportMessage
        case assignment
        case guestRequest, outsideReferral
    }

    package let kind: Kind
    package let id: String

    package init<Subject>(_ kind: Kind, _ id: ID<Subject>) {
        self.kind = kind
        self.id = id.text
    }

    package init(_ kind: Kind, stored id: String) {
        self.kind = kind
        self.id = id
    }

    /// Who directed, by its place in the history of the family.
    package static func direction(_ number: Int) -> ItemName { ItemName(.direction, stored: String(number)) }
}
