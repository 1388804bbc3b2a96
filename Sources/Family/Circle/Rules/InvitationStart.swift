// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// Why nobody can be invited in this way.
package enum InvitationRefusal: Refusal {
    case forNobody
    /// Somebody may invite only for whom they read about themselves, or for their child.
    case notYoursToInvite
    /// A share wider than the inviter's own.
    case moreThanYourOwn
    /// Nobody may be assumed to decide for this person.
    case nobodyDecides(ID<Person>, WhoMustAgree.Reason)
    /// This person must agree and must not know: two professionals decide that.
    case mustKnow(ID<Person>)
    /// The second professional must be another one.
    case secondIsFirst
    /// The last day lies before tomorrow.
    case termIsOver
}

/// Why somebody who must agree is not asked, and who is asked to decide it with the one who invites.
package struct NotAsking: Hashable, Sendable {
    package let reason: PlainText
    /// Who decides it with the one who invites.
    package let asking: Promise.Owner

    package init(reason: PlainText, asking: Promise.Owner) {
        self.reason = reason
        self.asking = asking
    }
}

extension Reading {
    /// The persons about whom a reader of the family decides or reads in their own right.
    package var decidesAbout: Set<ID<Person>> {
        Set(covered.filter { $0.value.ground != .membership }.keys)
    }

    /// Whether the reader may ask somebody into the circle for these persons.
    ///
    /// Somebody of the family from 12, for themself or for a child over whom they hold authority; a professional from
    /// share `plan`, for whom they cover. A relative asks the family.
    package func mayInvite(for persons: Set<ID<Person>>, on day: Day) -> Bool {
        guard !persons.isEmpty else { return false }
        if let own = ownPerson {
            let birth = self.persons.first { $0.id == own }?.birth
            return birth?.isAtLeast(12, on: day) == true && persons.isSubset(of: decidesAbout)
        }
        return membership?.kind == .professional
            && persons.allSatisfy { covered[$0].map { $0.share >= .plan } ?? false }
    }
}

extension Reading {
    /// Whether the reader may hand a person of the family the card with which they sign in: a professional who plans
    /// with them, and nobody of the family.
    package func mayHandCard(to person: ID<Person>) -> Bool {
        ownPerson == nil && membership?.kind == .professional
            && covered[person].map { $0.share >= .plan && $0.ground == .membership } == true
    }

    /// Whether the reader may hand a member of the own network a new card.
    ///
    /// A professional who plans with one they cover; nobody of the family, who could come in with it instead.
    package func mayHandCard(to member: Membership) -> Bool {
        member.kind == .relative && member.account != reader && !isHidden(member.id)
            && member.covers.contains(where: mayHandCard(to:))
    }
}

extension Invitation {
    /// An invitation as it is sent: who sends it and must agree has thereby said yes.
    ///
    /// Who must agree and must not meet the one invited is not asked; a professional decides that with a second one,
    /// and nobody of the family can (Jeugdwet 7.3.15 lid 4).
    ///
    /// - Throws: ``InvitationRefusal``
    package func sent(
        by reader: Reading, mustAgree: [ID<Person>: WhoMustAgree], notAsking: NotAsking?
    ) throws(InvitationRefusal) -> Invitation {
        guard !persons.isEmpty else { throw .forNobody }
        let today = made.day
        guard reader.mayInvite(for: persons, on: today) else { throw .notYoursToInvite }
        guard persons.allSatisfy({ reader.covered[$0].map { share <= $0.share } ?? false }) else {
            throw .moreThanYourOwn
        }
        guard until.map({ $0 > today }) ?? true else { throw .termIsOver }
        guard notAsking?.asking != .account(reader.reader) else { throw .secondIsFirst }
        var given: [Given] = []
        for person in persons.sorted() {
            switch mustAgree[person] ?? .nobody(.authorityNotNoted) {
            case .nobody(let reason): throw .nobodyDecides(person, reason)
            case .notNeeded: continue
            case .all(let all):
                for one in all.sorted() {
                    if one == reader.ownPerson { given.append(Given(about: person, by: one, .yes)) }
                    guard apart.contains(one) else { continue }
                    guard notAsking != nil, reader.ownPerson == nil else { throw .mustKnow(one) }
                    given.append(Given(about: person, by: one, .notAsked))
                }
            }
        }
        return Invitation(
            id: id, kind: kind, by: by, invited: invited, organisation: organisation, persons: persons, share: share,
            until: until, apart: apart, made: made, given: given)
    }
}
