// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// A family as a professional tells it who starts it: its persons, how they are tied, and who holds authority.
package struct FamilyOutline: Hashable, Sendable {
    /// What somebody is in this family.
    package enum Role: String, Hashable, Sendable, CaseIterable {
        case child, parent, newPartner, guardian, fosterParent, other

        /// The tie to the children one belongs to; nil for a child.
        package var tie: Tie.Kind? {
            switch self {
            case .child: nil
            case .parent: .parent
            case .newPartner: .newPartner
            case .guardian: .guardian
            case .fosterParent: .fosterParent
            case .other: .other
            }
        }
    }

    package struct Member: Hashable, Sendable {
        package let id: ID<Person>
        package let name: PlainText
        package let role: Role
        package let birth: BirthDate
        /// The children somebody grown up belongs to.
        package let children: Set<ID<Person>>

        package init(
            id: ID<Person>, name: PlainText, role: Role, birth: BirthDate, children: Set<ID<Person>> = []
        ) {
            self.id = id
            self.name = name
            self.role = role
            self.birth = birth
            self.children = children
        }
    }

    package enum Refusal: Kernel.Refusal {
        /// Rondom is for young people; one who is not born yet counts.
        case noChild
        case tooMany
        case authorityMissing(of: ID<Person>)
        /// This kind of authority needs somebody of the family who holds it.
        case holderMissing(of: ID<Person>)
        /// A child, or nobody of this family, was said to hold authority.
        case holderCannotHold(ID<Person>)
        /// Somebody was tied to themself, to another grown-up, or to whom the family does not hold: nobody is in a ring the
        /// parent of their own parent.
        case tieToNobody(ID<Person>)
        /// A parent was born on the day of a child of theirs, or later.
        case notOlder(ID<Person>)
        /// One person was told twice.
        case toldTwice(ID<Person>)
    }

    package let members: [Member]
    package let authorities: [Authority]

    package static let mostMembers = 20

    /// - Throws: ``Refusal``
    package init(_ members: [Member], _ authorities: [Authority], on today: Day) throws(Refusal) {
        let minors = members.filter { $0.role == .child && AgeBand($0.birth, on: today) != .adult }
        guard !minors.isEmpty else { throw .noChild }
        guard members.count <= Self.mostMembers else { throw .tooMany }
        let children = Set(members.filter { $0.role == .child }.map(\.id))
        for (place, member) in members.enumerated() {
            guard !members[..<place].contains(where: { $0.id == member.id }) else { throw .toldTwice(member.id) }
            guard member.children.isSubset(of: children), !member.children.contains(member.id) else {
                throw .tieToNobody(member.id)
            }
            let born = members.filter { member.children.contains($0.id) }.map(\.birth)
            if member.role == .parent, !born.allSatisfy(member.birth.isBefore) { throw .notOlder(member.id) }
        }
        let grown = Set(members.map(\.id)).subtracting(children)
        for child in minors {
            guard let authority = authorities.first(where: { $0.child == child.id }) else {
                throw .authorityMissing(of: child.id)
            }
            if let other = authority.holders.subtracting(grown).min() { throw .holderCannotHold(other) }
            guard !authority.kind.needsHolderHere || !authority.holders.isEmpty else {
                throw .holderMissing(of: child.id)
            }
        }
        self.members = members
        self.authorities = authorities.filter { authority in minors.contains { $0.id == authority.child } }
    }

    /// How they are tied: as it was told, and children who share a parent are brother and sister.
    package var ties: [Tie] {
        let told = members.flatMap { member in
            member.role.tie.map { kind in member.children.sorted().map { Tie(member.id, kind, of: $0) } } ?? []
        }
        let children = members.filter { $0.role == .child }.map(\.id).sorted()
        let siblings = children.flatMap { one in
            children.filter { one < $0 && shareParent(one, $0) }.map { Tie(one, .sibling, of: $0) }
        }
        return told + siblings
    }

    private func shareParent(_ one: ID<Person>, _ other: ID<Person>) -> Bool {
        members.contains { $0.role == .parent && $0.children.isSuperset(of: [one, other]) }
    }
}

extension BirthDate {
    /// Whether somebody can be born before another; what is not known rules nothing out.
    fileprivate func isBefore(_ other: BirthDate) -> Bool {
        guard isKnown, other.isKnown else { return true }
        // Of an incomplete date the year alone is compared.
        guard month != nil, day != nil, other.month != nil, other.day != nil else { return year <= other.year }
        return latest < other.latest
    }
}

extension Authority.Kind {
    /// Whether somebody of the family certainly holds it; a guardian may be an institution.
    fileprivate var needsHolderHere: Bool {
        switch self {
        case .jointByParents, .byOneParent, .jointWithThirdParty: true
        case .guardianship, .temporarilyNone, .undeterminable: false
        }
    }
}
