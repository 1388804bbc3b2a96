// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// Somebody is asked into the circle, and those who must agree are asked, for each person apart (*uitnodiging*).
///
/// It waits for two things: that the one invited wants to, and that all who must agree for a person said yes. Then the
/// one invited is let in for that person. A no for one person leaves the others. It ends after fourteen days, or when
/// it is withdrawn.
package struct Invitation: Hashable, Sendable {
    /// What one who must agree said about one person.
    package enum Answer: String, Hashable, Sendable, CaseIterable {
        case yes, no
        /// Not asked, because asking is dangerous: decided by two professionals (Jeugdwet 7.3.15 lid 4). Counts once the
        /// second one confirmed it.
        case notAsked
    }

    package struct Given: Hashable, Sendable {
        package let about: ID<Person>
        package let by: ID<Person>
        package let answer: Answer

        package init(about: ID<Person>, by: ID<Person>, _ answer: Answer) {
            self.about = about
            self.by = by
            self.answer = answer
        }
    }

    /// For whom it is: somebody known here, or whoever does this work in an organisation.
    package enum Invited: Hashable, Sendable {
        /// Somebody of the family's own network, before they have an account.
        case nobodyYet
        case account(ID<Account>)
        case whoeverDoesIt
    }

    package let id: ID<Invitation>
    package let kind: Membership.Kind
    package let by: ID<Account>
    package private(set) var invited: Invited
    package let organisation: ID<Organisation>?
    package let persons: Set<ID<Person>>
    package let share: Share
    /// The first day without access; nil while nobody ends it.
    package let until: Day?
    /// Who must not meet the one invited.
    package let apart: Set<ID<Person>>
    package let made: Moment
    package private(set) var given: [Given]
    package private(set) var accepted: Moment?
    /// When it was withdrawn, or refused by the one invited.
    package private(set) var ended: Moment?
    /// Whether a second professional confirmed that somebody is not asked.
    package private(set) var isConfirmed: Bool

    package init(
        id: ID<Invitation>, kind: Membership.Kind, by: ID<Account>, invited: Invited,
        organisation: ID<Organisation>? = nil, persons: Set<ID<Person>>, share: Share, until: Day? = nil,
        apart: Set<ID<Person>> = [], made: Moment, given: [Given] = [], accepted: Moment? = nil, ended: Moment? = nil,
        isConfirmed: Bool = false
    ) {
        self.id = id
        self.kind = kind
        self.by = by
        self.invited = invited
        self.organisation = organisation
        self.persons = persons
        self.share = share
        self.until = until
        self.apart = apart
        self.made = made
        self.given = given
        self.accepted = accepted
        self.ended = ended
        self.isConfirmed = isConfirmed
    }

    /// How long it waits.
    package static let term = Duration.days(14)

    package var ends: Moment { made + Self.term }

    /// Whether it still waits for somebody.
    package func isOpen(at now: Moment) -> Bool { ended == nil && now < ends }
}

extension Invitation {
    package enum Refusal: Kernel.Refusal {
        /// Withdrawn, refused, or fourteen days old.
        case over
        /// The person it is for is another one.
        case notForYou
        case acceptedBefore
        /// Somebody who need not agree answered.
        case notYoursToAnswer
        case answeredBefore
        /// Only who sent it, or may let in for all it covers, withdraws it.
        case notYoursToWithdraw
    }

    /// How it stands for one person.
    package enum Outcome: Hashable, Sendable {
        case waits(for: Set<ID<Person>>)
        case agreed
        case refused
        case stopped(WhoMustAgree.Reason)
    }

    /// How it stands for a person, as those who must agree now have answered.
    package func outcome(for person: ID<Person>, _ mustAgree: WhoMustAgree) -> Outcome {
        if case .nobody(let reason) = mustAgree { return .stopped(reason) }
        let answers = given.filter {
            $0.about == person && mustAgree.persons.contains($0.by) && ($0.answer != .notAsked || isConfirmed)
        }
        guard !answers.contains(where: { $0.answer == .no }) else { return .refused }
        let missing = mustAgree.persons.subtracting(answers.map(\.by))
        return missing.isEmpty ? .agreed : .waits(for: missing)
    }

    /// Those who are not asked.
    package var leftOut: Set<ID<Person>> { Set(given.filter { $0.answer == .notAsked }.map(\.by)) }

    /// The invitation once a second professional confirmed that somebody is not asked.
    package func confirmed() -> Invitation {
        var invitation = self
        invitation.isConfirmed = true
        return invitation
    }

    /// The invitation once somebody who must agree answered about one person.
    ///
    /// - Throws: ``Refusal``
    package func answered(
        _ answer: Answer, about person: ID<Person>, by who: ID<Person>, _ mustAgree: WhoMustAgree, at now: Moment
    ) throws(Refusal) -> Invitation {
        guard persons.contains(person), mustAgree.persons.contains(who), answer != .notAsked else {
            throw .notYoursToAnswer
        }
        guard isOpen(at: now) else { throw .over }
        guard !given.contains(where: { $0.about == person && $0.by == who }) else { throw .answeredBefore }
        var invitation = self
        invitation.given.append(Given(about: person, by: who, answer))
        return invitation
    }

    /// The invitation once the one invited wants to take part.
    ///
    /// - Parameter isTheirs: whether who accepts does this work in the organisation that was asked.
    /// - Throws: ``Refusal``
    package func accepted(by who: ID<Account>, isTheirs: Bool = false, at now: Moment) throws(Refusal) -> Invitation {
        switch invited {
        case .account(let account): guard account == who else { throw .notForYou }
        case .whoeverDoesIt: guard isTheirs else { throw .notForYou }
        case .nobodyYet: throw .notForYou
        }
        guard accepted == nil else { throw .acceptedBefore }
        guard isOpen(at: now) else { throw .over }
        var invitation = self
        invitation.invited = .account(who)
        invitation.accepted = now
        return invitation
    }

    /// The invitation once the one invited does not want to take part.
    ///
    /// - Throws: ``Refusal``
    package func refused(by who: ID<Account>, isTheirs: Bool = false, at now: Moment) throws(Refusal) -> Invitation {
        var invitation = try accepted(by: who, isTheirs: isTheirs, at: now)
        invitation.accepted = nil
        invitation.ended = now
        return invitation
    }

    /// The invitation once it is withdrawn: what was let in before stays.
    ///
    /// - Throws: ``Refusal``
    package func withdrawn(by reader: Reading, at now: Moment) throws(Refusal) -> Invitation {
        guard by == reader.reader || persons.isSubset(of: reader.decidesAbout) else { throw .notYoursToWithdraw }
        guard isOpen(at: now) else { throw .over }
        var invitation = self
        invitation.ended = now
        return invitation
    }
}

extension Invitation {
    /// Whether somebody takes part already just as it asks, for those persons: two people asked for the same at once.
    package func isDone(by membership: Membership, for persons: Set<ID<Person>>, on day: Day) -> Bool {
        let lasts =
            until.map { until in membership.term.until.map { $0 >= until } ?? true }
            ?? (membership.term.until == nil)
        return membership.isActive(on: day) && membership.kind == kind && membership.organisation == organisation
            && membership.share >= share && lasts && membership.covers.isSuperset(of: persons)
    }
}
