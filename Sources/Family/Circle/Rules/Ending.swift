// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// That a member leaves the circle, for all persons covered or for some, and who takes over what they held.
///
/// There is no moment without a director or a first contact, nor a promise without an owner.
package struct Ending: Hashable, Sendable {
    package let membership: Membership
    /// Those for whom it ends.
    package let persons: Set<ID<Person>>
    /// Who directs and is called first from now on, where it was the one who leaves.
    package let heir: ID<Account>?
    /// Who owes from now on what was promised.
    package let inbox: Promise.Owner?

    /// Nobody remains for whom the member is here.
    package var isWhole: Bool { persons == membership.covers }

    package enum Refusal: Kernel.Refusal {
        /// The member, the director, or who may let in for a person ends it; nobody else.
        case notYoursToEnd
        case forNobody
        /// It was ended before, or it changed since the page was shown.
        case changed
        /// The member directs, and nobody is there to take over.
        case noHeir
    }

    /// Who can take over, in this order: who directs and is called first now, then the others.
    package struct Successors: Hashable, Sendable {
        package let direction: Direction?
        package let firstContact: ID<Account>?
        package let professionals: Set<ID<Account>>
        /// Persons of the family who hold authority and sign in.
        package let parents: Set<ID<Account>>

        package init(
            direction: Direction?, firstContact: ID<Account>?, professionals: Set<ID<Account>>,
            parents: Set<ID<Account>>
        ) {
            self.direction = direction
            self.firstContact = firstContact
            self.professionals = professionals
            self.parents = parents
        }
    }

    /// The ending of a membership for some persons, by one reader.
    ///
    /// The member ends it themself; the director ends it; who must agree for a person ends it for that person, alone:
    /// a yes that is taken back is gone.
    ///
    /// - Parameter heard: who said so in a talk to a professional who plans with them, which the reader is.
    /// - Throws: ``Refusal``
    package init(
        of membership: Membership, for persons: Set<ID<Person>>, by reader: Reading, heardFrom heard: ID<Person>? = nil,
        mustAgree: [ID<Person>: WhoMustAgree], _ successors: Successors
    ) throws(Refusal) {
        guard membership.ended == nil else { throw .changed }
        let persons = persons.intersection(membership.covers)
        guard !persons.isEmpty else { throw .forNobody }
        let isTheirs = membership.account == reader.reader || successors.direction?.holder == reader.reader
        let decides = { (person: ID<Person>) in
            (heard.flatMap { reader.mayHandCard(to: $0) ? $0 : nil } ?? reader.ownPerson)
                .map { mustAgree[person]?.persons.contains($0) == true } ?? false
        }
        guard isTheirs || persons.allSatisfy(decides) else { throw .notYoursToEnd }
        self.membership = membership
        self.persons = persons
        guard persons == membership.covers else {
            (heir, inbox) = (nil, nil)
            return
        }
        heir = successors.heir(of: membership.account)
        inbox = successors.inbox(of: membership)
        guard heir != nil || !successors.isHolder(membership.account) else { throw .noHeir }
        guard inbox != nil else { throw .noHeir }
    }
}

extension Ending.Successors {
    /// Whether somebody directs or is called first.
    fileprivate func isHolder(_ account: ID<Account>) -> Bool {
        direction?.holder == account || firstContact == account
    }

    /// Who directs, or else is called first, or else a parent, or another professional; safety is directed by
    /// professionals only.
    func heir(of leaver: ID<Account>) -> ID<Account>? {
        let directsSafety = direction?.kind == .safetyCoordination && direction?.holder == leaver
        let others = [direction?.holder, firstContact].compactMap(\.self) + parents.sorted() + professionals.sorted()
        return others.first { $0 != leaver && (!directsSafety || professionals.contains($0)) }
    }

    /// A helper's promises stay with helpers: the professional director, else the helper's organisation.
    ///
    /// A relative's promises go to whoever directs.
    func inbox(of membership: Membership) -> Promise.Owner? {
        let director = direction.flatMap { $0.holder == membership.account ? nil : $0.holder }
        if membership.kind == .professional, let organisation = membership.organisation {
            let isProfessional = director.map(professionals.contains) ?? false
            return isProfessional ? director.map { .account($0) } : .organisation(organisation)
        }
        return (director ?? heir(of: membership.account)).map { .account($0) }
    }
}
