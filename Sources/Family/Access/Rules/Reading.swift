// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// What one reader may read in one dossier: about which persons, on what ground, how far, minus what is held.
///
/// Only ``Standing/reading(on:)`` makes one; what it does not hold, its reader does not get.
package struct Reading: Sendable {
    package struct Coverage: Hashable, Sendable {
        package let share: Share
        package let ground: ReadingGround
    }

    package let reader: ID<Account>
    /// The reader's own person, when they are of the family.
    package let ownPerson: ID<Person>?
    /// The membership by which somebody from outside reads.
    package let membership: Membership?
    package let covered: [ID<Person>: Coverage]
    /// Persons whose name the reader knows anyway: the carers of those they cover, and their own children.
    package let known: Set<ID<Person>>
    /// The persons the reader may know: those covered with their birth, the others without, in the order of their ids.
    package let persons: [Person]
    package let adults: Set<ID<Person>>
    package let held: Standing.Held
    package let hiddenMembers: Set<ID<Membership>>
    /// On whose behalf a professional reads.
    package let onBehalfOf: ID<Organisation>?
    /// Young people of 16 and 17 over whom the reader holds authority and about whom they do not read: where one can't
    /// judge their own interests, the reader answers what is asked of them, and sees nothing else.
    package var answersFor: Set<ID<Person>> = []
    /// Those of them who turned 16 in these weeks, as the reader is told.
    package var cameOfAge: Set<ID<Person>> = []

    /// The main ground, for the access log.
    package var ground: ReadingGround {
        if membership != nil { return .membership }
        if ownPerson != nil { return .ownPerson }
        // Somebody who stands nowhere: who starts the family, answers a question about the log, or was invited.
        return covered.values.first?.ground ?? .invitation
    }

    /// Whether the reader may take part in a conversation about these persons.
    ///
    /// Every child in it must be covered; adults are covered, or the reader is one of them: an item about several
    /// adults is read by those who took part in it.
    package func mayTakePart(about persons: Set<ID<Person>>) -> Bool {
        !persons.isEmpty && !isEmergency
            && persons.allSatisfy { person in
                covered[person] != nil
                    || adults.contains(person) && ownPerson.map(persons.contains) == true
            }
    }

    /// Whether the reader knows a member: they share a covered person, and the member is not hidden from them.
    package func knows(_ member: ID<Membership>, covering persons: Set<ID<Person>>) -> Bool {
        !isHidden(member) && persons.contains { covered[$0] != nil }
    }

    /// Whether a member leaves no trace for the reader: hidden from them, or held.
    package func isHidden(_ member: ID<Membership>) -> Bool {
        hiddenMembers.contains(member) || held.items.contains(ItemName(.circle, member))
    }

    /// Whether the reader may see a promise: their own always, others' from share `plan` about persons covered.
    package func maySeePromise(_ item: ItemName, about persons: Set<ID<Person>>, isTheirs: Bool) -> Bool {
        guard !held.items.contains(item) else { return false }
        return isTheirs
            || !persons.isEmpty && persons.allSatisfy { covered[$0].map { $0.share >= .plan } ?? false }
    }
}

/// On what ground somebody reads (for the access log; NEN 7513 "autorisatieprotocol").
package enum ReadingGround: String, Sendable, CaseIterable {
    /// It is about themself.
    case ownPerson
    /// They hold authority over the child (Jeugdwet 7.3.11 lid 2 b).
    case authority
    /// The young person let them read (Jeugdwet 7.3.11 lid 1).
    case letInByChild
    /// They were let in to the circle.
    case membership
    /// They were invited, and see the invitation.
    case invitation
    /// They were asked why they looked, or answer for who was.
    case asked
    /// They decide as a second professional, or as a team lead, what two decide.
    case second
    /// They are on duty and opened the family in an emergency.
    case emergency
    /// They lead the people of the organisation, and name who stands in.
    case teamLead
    /// They watch over the access log (AVG 39).
    case privacyOfficer
    /// Nothing: the attempt was refused.
    case none
}

/// Why somebody reads nothing in a dossier; on screen it is the same as a dossier that doesn't exist.
package enum AccessRefusal: Refusal {
    case notInThisFamily
    case ended
    case held
    /// They were let in on behalf of another organisation than the one they work for now.
    case onBehalfOfAnother
}

extension Standing {
    /// What the reader may read on a day.
    ///
    /// A person of the family reads what is about themself, and about a child over whom they hold authority: under 16
    /// in their own right, as their consent to help is required (Jeugdwet 7.3.11 lid 2 b), from 16 only when the
    /// young person let them, and whatever they were let in to besides (a step-parent, a foster parent). A member reads
    /// about the persons they cover, as far as their share goes. Adults never read each other's items.
    ///
    /// - Throws: ``AccessRefusal``
    package func reading(on day: Day) throws(AccessRefusal) -> Reading {
        guard !held.wholeFamily else { throw .held }
        let adults = Set(persons.filter { AgeBand($0.birth, on: day) == .adult }.map(\.id))
        let active = memberships.filter { $0.isActive(on: day) && $0.serves(onBehalfOf) }
        if let own = persons.first(where: { $0.account == reader }) {
            let covered = covered(by: own, on: day).merging(covered(by: active)) { own, _ in own }
            var reading = reading(covered, own: own.id, membership: nil, adults)
            let grown = persons.filter { person in
                AgeBand(person.birth, on: day) == .from16 && covered[person.id] == nil
                    && authorities.contains { $0.child == person.id && $0.isHeld(by: own.id) }
            }
            reading.answersFor = Set(grown.map(\.id))
            reading.cameOfAge = Set(
                grown.filter { Birthday.justCome(of: $0.birth, on: day)?.age == .sixteen }.map(\.id))
            return reading
        }
        if active.isEmpty, let emergency, onBehalfOf.contains(emergency.organisation) {
            let coverage = Reading.Coverage(share: emergency.share, ground: .emergency)
            let all = Dictionary(uniqueKeysWithValues: persons.map { ($0.id, coverage) })
            return reading(all, own: nil, membership: nil, adults, onBehalfOf: emergency.organisation)
        }
        guard !memberships.isEmpty else { throw .notInThisFamily }
        guard let first = active.first else {
            throw memberships.contains { $0.isActive(on: day) } ? .onBehalfOfAnother : .ended
        }
        return reading(covered(by: active), own: nil, membership: first, adults)
    }

    private func reading(
        _ covered: [ID<Person>: Reading.Coverage], own: ID<Person>?, membership: Membership?, _ adults: Set<ID<Person>>,
        onBehalfOf organisation: ID<Organisation>? = nil
    ) -> Reading {
        let known = known(own: own, covered: covered)
        let sight = persons.compactMap { person -> Person? in
            if covered[person.id] != nil { return person }
            return known.contains(person.id) ? Person(id: person.id, account: person.account, birth: .notTold) : nil
        }
        return Reading(
            reader: reader, ownPerson: own, membership: membership, covered: covered, known: known, persons: sight,
            adults: adults, held: held, hiddenMembers: hiddenMembers,
            onBehalfOf: membership?.organisation ?? organisation)
    }

    private func covered(by own: Person, on day: Day) -> [ID<Person>: Reading.Coverage] {
        var covered = [own.id: Reading.Coverage(share: .all, ground: .ownPerson)]
        // Who is certainly a child holds no authority (BW 1:246), whatever was noted.
        let isChild = own.birth.isKnown && !own.birth.isAtLeast(16, on: day)
        for child in persons where child.id != own.id {
            switch AgeBand(child.birth, on: day) {
            case .adult: continue
            case .from16:
                // What two professionals refuse counts, whether the young person let them in before or after.
                let pair = LetIn(child: child.id, reader: own.id)
                guard letIn.contains(pair), !refused.contains(pair) else { continue }
                covered[child.id] = Reading.Coverage(share: .all, ground: .letInByChild)
            case .under12, .from12:
                guard !isChild, authorities.contains(where: { $0.child == child.id && $0.isHeld(by: own.id) }),
                    !refused.contains(LetIn(child: child.id, reader: own.id))
                else { continue }
                covered[child.id] = Reading.Coverage(share: .all, ground: .authority)
            }
        }
        return covered
    }

    private func covered(by memberships: [Membership]) -> [ID<Person>: Reading.Coverage] {
        let present = Set(persons.map(\.id))
        var covered: [ID<Person>: Reading.Coverage] = [:]
        for membership in memberships {
            for person in membership.covers where present.contains(person) {
                let share = max(membership.share, covered[person]?.share ?? .contact)
                covered[person] = Reading.Coverage(share: share, ground: .membership)
            }
        }
        return covered
    }

    private func known(own: ID<Person>?, covered: [ID<Person>: Reading.Coverage]) -> Set<ID<Person>> {
        var known: Set<ID<Person>> = []
        for tie in ties {
            if tie.kind.isCarer, covered[tie.other] != nil { known.insert(tie.person) }
            guard let own else { continue }
            if tie.person == own { known.insert(tie.other) }
            if tie.other == own { known.insert(tie.person) }
        }
        return known.subtracting(covered.keys)
    }
}

extension Reading {
    /// In what role the reader looks.
    package var lookerRole: LookerRole {
        switch (membership?.kind, ground) {
        case (.professional, _), (nil, .teamLead), (nil, .second), (nil, .emergency): .professional
        case (.relative, _): .relative
        case (nil, .invitation): .stranger
        case (nil, _): .family
        }
    }
}
