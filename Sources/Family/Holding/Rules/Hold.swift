// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// An item, or the whole family, that leaves no trace for named readers (*vastgehouden*): why, by two professionals, until
/// it is reviewed.
///
/// It is held from the moment one professional proposes it: safety first. A second one confirms, and where they do not, a
/// team lead decides. The review is a promise to decide, not an end: undecided stays held. To stay held, and to be
/// released, takes two again.
package struct Hold: Hashable, Sendable {
    package enum Refusal: Kernel.Refusal, CaseIterable {
        /// Only a professional of the circle proposes it, about what they may read themself.
        case notYours
        case fromNobody
        /// Nobody holds something from themself, and who decides with them must be able to know.
        case fromWhoDecides
        /// Reviewed later than two weeks from now, or not after today.
        case reviewOutsideTwoWeeks
        /// A whole family is held by who was trained for it.
        case notTrained
        /// Something was decided meanwhile, or waits for a second professional.
        case decidedMeanwhile
    }

    /// How many days something is held before it is looked at again.
    package static let term = 14

    package let id: ID<Hold>
    package let item: ItemName
    package let about: Set<ID<Person>>
    package let from: Set<ID<Account>>
    /// Those of the family who do not sign in yet: it is held from them as soon as they do.
    package let fromPersons: Set<ID<Person>>
    package let by: ID<Account>
    /// On whose behalf it was proposed: its team leads decide where the two do not.
    package let organisation: ID<Organisation>?
    package let made: Moment
    package let reviewBy: Day
    package let released: Moment?

    /// One as it was written down.
    package init(
        id: ID<Hold>, item: ItemName, about: Set<ID<Person>>, from: Set<ID<Account>>,
        fromPersons: Set<ID<Person>> = [], by: ID<Account>, organisation: ID<Organisation>?, made: Moment,
        reviewBy: Day, released: Moment?
    ) {
        self.id = id
        self.item = item
        self.about = about
        self.from = from
        self.fromPersons = fromPersons
        self.by = by
        self.organisation = organisation
        self.made = made
        self.reviewBy = reviewBy
        self.released = released
    }

    /// One that is proposed now.
    ///
    /// - Throws: ``Refusal``
    package init(
        _ id: ID<Hold>, of item: ItemName, about: Set<ID<Person>>, from: Set<ID<Account>>,
        fromPersons: Set<ID<Person>> = [], by first: ID<Account>, asking second: Promise.Owner,
        organisation: ID<Organisation>? = nil, at now: Moment, reviewBy: Day
    ) throws(Refusal) {
        guard !from.isEmpty || !fromPersons.isEmpty else { throw .fromNobody }
        guard !from.contains(first), second.account.map({ !from.contains($0) }) ?? true else { throw .fromWhoDecides }
        guard Self.isInTime(reviewBy, on: now.day) else { throw .reviewOutsideTwoWeeks }
        self.init(
            id: id, item: item, about: about, from: from, fromPersons: fromPersons, by: first,
            organisation: organisation, made: now, reviewBy: reviewBy, released: nil)
    }

    package static func isInTime(_ review: Day, on today: Day) -> Bool { today < review && review - today <= term }

    /// Whether it is the whole family: a closed track (*gesloten traject*).
    package var isWholeFamily: Bool { item.kind == .family }
}

extension Hold {
    /// What two professionals decide about it.
    package enum Decision: String, Sendable, CaseIterable {
        /// That it is held at all.
        case start = "holdStart"
        /// The same, by a team lead, where the second professional said no.
        case third = "holdThird"
        /// That it stays held, for two weeks more.
        case stay = "holdStay"
        case release = "holdRelease"

        package func subject(_ hold: ID<Hold>) -> Promise.Subject { Promise.Subject(kind: rawValue, id: hold.text) }
    }

    /// How it stands.
    package enum State: Hashable, Sendable {
        case standing
        /// Somebody was asked, and it is held meanwhile.
        case waiting(Decision, SecondProfessional)
        case released
    }

    /// How it stands by what was decided; of that at most one waits for an answer.
    package func state(after decisions: [SecondProfessional]) -> State {
        guard released == nil else { return .released }
        guard let open = decisions.last(where: \.isOpen), let what = Decision(rawValue: open.subject.kind) else {
            return .standing
        }
        return .waiting(what, open)
    }

    /// Whether it was made to show somebody again who was hidden when they came: nobody was asked to confirm that it began.
    package static func isInPlaceOfHiding(_ decisions: [SecondProfessional]) -> Bool {
        !decisions.contains { [Decision.start.rawValue, Decision.third.rawValue].contains($0.subject.kind) }
    }

    /// What follows from the answer of a second professional.
    package enum Consequence: Hashable, Sendable {
        /// It stands as it stood, with the review as it was.
        case none
        /// It is held until the review.
        case holds
        /// A team lead decides between the two.
        case asksThird
        case releases
    }

    /// - Parameter second: with their answer; a team lead's no is a decision.
    package static func consequence(of second: SecondProfessional) -> Consequence {
        guard let decision = Decision(rawValue: second.subject.kind), let answer = second.given?.answer else {
            return .none
        }
        return switch (decision, answer) {
        case (.start, .yes), (.third, .yes), (.stay, .yes): .holds
        case (.start, .no), (.stay, .no): second.asked.account == nil ? .releases : .asksThird
        case (.third, .no), (.release, .yes): .releases
        case (.release, .no): .none
        }
    }
}

extension Reading {
    /// Whether the reader may ask that somebody is shown again who was hidden when they came: a professional who plans with
    /// all for whom that member is there, as they know what it can lead to.
    package func mayReconsider(about persons: Set<ID<Person>>) -> Bool {
        decidesWithSecond && persons.allSatisfy { covered[$0].map { $0.share >= .plan } ?? false }
    }
}

extension Hold {
    /// What is looked at to tell whether somebody decides about it.
    package struct Decider: Hashable, Sendable {
        package let reader: ID<Account>
        /// Stands in the circle now, as a professional of the organisation on whose behalf they ask.
        package let isMember: Bool
        /// The organisation whose people they lead.
        package let led: ID<Organisation>?
        package let isInCharge: Bool
        /// Of the family; a team lead, too, from whom anything of it is kept.
        package let isKeptOut: Bool

        package init(
            reader: ID<Account>, isMember: Bool, led: ID<Organisation>?, isInCharge: Bool, isKeptOut: Bool
        ) {
            self.reader = reader
            self.isMember = isMember
            self.led = led
            self.isInCharge = isInCharge
            self.isKeptOut = isKeptOut
        }
    }

    /// Whether somebody sees that it is held and decides with a second one whether it stays: who proposed or confirmed it
    /// and the professional in charge, while they stand in the circle; a team lead in whose inbox it lies.
    ///
    /// - Parameters:
    ///   - owners: who owes a decision about it.
    ///   - before: who decided about it before.
    package func mayBeDecided(
        by decider: Decider, owners: Set<Promise.Owner>, before: Set<ID<Account>>
    ) -> Bool {
        let reader = decider.reader
        guard !decider.isKeptOut, !from.contains(reader) else { return false }
        if let led = decider.led, owners.contains(.organisation(led)) { return true }
        return decider.isMember
            && (reader == by || decider.isInCharge || before.contains(reader) || owners.contains(.account(reader)))
    }
}
