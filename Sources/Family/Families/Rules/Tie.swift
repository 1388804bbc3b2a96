// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// How one person of the family is tied to another (outside: RelatedPerson, StUF role list JZR).
package struct Tie: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case parent, newPartner, guardian, fosterParent, sibling, other

        /// Whether somebody with this tie brings the other one up.
        package var isCarer: Bool {
            switch self {
            case .parent, .guardian, .fosterParent, .newPartner: true
            case .sibling, .other: false
            }
        }
    }

    /// Who is parent, guardian, sibling … of the other.
    package let person: ID<Person>
    package let kind: Kind
    package let other: ID<Person>

    package init(_ person: ID<Person>, _ kind: Kind, of other: ID<Person>) {
        self.person = person
        self.kind = kind
        self.other = other
    }
}

/// Who holds authority over a minor (*gezag*), in the six kinds of the register of persons (BRP gezag v2).
package struct Authority: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case jointByParents, byOneParent, jointWithThirdParty, guardianship, temporarilyNone, undeterminable
    }

    package let child: ID<Person>
    package let kind: Kind
    /// Those of the family who hold it; a guardian may be an institution, then nobody of the family does.
    package let holders: Set<ID<Person>>
    /// While it is under investigation nobody is assumed to hold it.
    package let isUnderInvestigation: Bool

    package init(child: ID<Person>, kind: Kind, holders: Set<ID<Person>>, isUnderInvestigation: Bool = false) {
        self.child = child
        self.kind = kind
        self.holders = holders
        self.isUnderInvestigation = isUnderInvestigation
    }

    /// Whether this person certainly holds authority; nobody does where the child itself was noted.
    package func isHeld(by person: ID<Person>) -> Bool {
        switch kind {
        case .jointByParents, .byOneParent, .jointWithThirdParty, .guardianship:
            !isUnderInvestigation && holders.contains(person) && !holders.contains(child)
        case .temporarilyNone, .undeterminable: false
        }
    }
}
