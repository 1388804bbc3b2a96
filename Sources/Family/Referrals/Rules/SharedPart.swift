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

/// A consent or a ground as it stands today: about whom something may be shared by it, and with which party.
package struct StandingBasis: Hashable, Sendable {
    package let basis: SharedPart.Basis
    /// Those for whom all who must agree did, or of whom the ground counts.
    package let persons: Set<ID<Person>>
    /// The party it names, in the words in which that was agreed; nil when these were erased.
    package let party: String?

    package init(_ basis: SharedPart.Basis, about persons: Set<ID<Person>>, with party: String? = nil) {
        (self.basis, self.persons, self.party) = (basis, persons, party)
    }

    /// Of all whom a part is about it must stand.
    package func covers(_ about: Set<ID<Person>>) -> Bool { !about.isEmpty && about.isSubset(of: persons) }
}

extension [StandingBasis] {
    /// Whether two bases that stand name the same party, in the same words: a consent lifts secrecy towards that party alone
    /// (Jeugdwet 7.3.11).
    package func nameOneParty(_ one: SharedPart.Basis, _ other: SharedPart.Basis) -> Bool {
        let found = [one, other].compactMap { basis in first { $0.basis == basis } }
        guard found.count == 2 else { return false }
        return one == other || found[0].party != nil && found[0].party == found[1].party
    }
}

extension Referral {
    /// Whether all that would be shared with one party may be: the question among it, each part on something that stands for
    /// all whom it is about, and that names the party of whom the question is asked.
    ///
    /// - Throws: ``Refusal/notShared``
    package static func check(_ parts: [SharedPart], on standing: [StandingBasis]) throws(Refusal) {
        let questions = parts.filter { $0.kind == .question }
        guard questions.count == 1, let asked = questions.first?.basis else { throw .notShared }
        for part in parts {
            let stands = standing.contains { $0.basis == part.basis && $0.covers(part.about) }
            guard stands, standing.nameOneParty(part.basis, asked) else { throw .notShared }
        }
    }
}
