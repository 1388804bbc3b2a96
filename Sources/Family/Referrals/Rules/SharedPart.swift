// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// One thing that goes along with a referral: what it is, about whom, and why it may be shared.
package struct SharedPart: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// Who it is about, and what is asked: without it there is no referral.
        case question
        case story, goal
        /// Who helped before, and when.
        case helpSoFar
    }

    /// Why it may be shared.
    package enum Basis: Hashable, Sendable {
        case consent(ID<Consent>)
        case ground(ID<GroundUse>)
    }

    package let kind: Kind
    package let about: Set<ID<Person>>
    package let basis: Basis

    package init(_ kind: Kind, about: Set<ID<Person>>, on basis: Basis) {
        (self.kind, self.about, self.basis) = (kind, about, basis)
    }
}

/// A consent or a ground as it stands today: about whom something may be shared by it.
package struct StandingBasis: Hashable, Sendable {
    package let basis: SharedPart.Basis
    /// Those for whom all who must agree did, or of whom the ground counts.
    package let persons: Set<ID<Person>>

    package init(_ basis: SharedPart.Basis, about persons: Set<ID<Person>>) {
        (self.basis, self.persons) = (basis, persons)
    }

    /// Of all whom a part is about it must stand.
    package func covers(_ about: Set<ID<Person>>) -> Bool { !about.isEmpty && about.isSubset(of: persons) }
}

extension Referral {
    /// Whether all that would be shared may be: the question among it, each part on something that stands for all whom it is
    /// about.
    ///
    /// - Throws: ``Refusal/notShared``
    package static func check(_ parts: [SharedPart], on standing: [StandingBasis]) throws(Refusal) {
        guard parts.count(where: { $0.kind == .question }) == 1 else { throw .notShared }
        for part in parts {
            guard standing.contains(where: { $0.basis == part.basis && $0.covers(part.about) }) else {
                throw .notShared
            }
        }
    }
}
