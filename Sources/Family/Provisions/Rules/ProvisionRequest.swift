// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// That a municipality was asked for help that it decides on, and what it decided (*individuele voorziening*; Jeugdwet 2.3).
///
/// The municipality decides within eight weeks after it was asked (Awb 4:13); who does not agree objects within six weeks
/// after the decision was sent (Awb 6:7, 6:8). A term that ends on a day on which offices are closed runs to the next one
/// on which they are not (Algemene termijnenwet 1). Rondom decides nothing: a professional writes down what was asked and
/// what came.
package struct ProvisionRequest: Hashable, Sendable {
    package enum Refusal: Kernel.Refusal, CaseIterable {
        /// A professional who plans with them writes it down.
        case notYours
        /// Asked on a day to come, or longer ago than two years.
        case notThen
        case decidedBefore
        /// Decided on a day to come, or before it was asked.
        case notDecidedThen
        /// It counts until a day that comes after it was decided; what was not granted counts for no time.
        case notUntil
    }

    /// Who asked for it.
    package enum Asker: String, CaseIterable, Sendable {
        case family, professional
    }

    package enum Result: String, CaseIterable, Sendable {
        case granted, partly, refused
        /// By who asked.
        case withdrawn
        /// The help came without a decision.
        case notNeeded

        /// Whether the municipality decided.
        package var isDecided: Bool {
            switch self {
            case .granted, .partly, .refused: true
            case .withdrawn, .notNeeded: false
            }
        }

        /// Whether there is help that counts until a day.
        package var isGranted: Bool { self == .granted || self == .partly }
    }

    /// What the municipality decided, or why it need not any more.
    package struct Decision: Hashable, Sendable {
        /// The day on which it was sent.
        package let day: Day
        package let result: Result
        /// The last day on which it counts.
        package let until: Day?

        package init(_ result: Result, on day: Day, until: Day? = nil) {
            (self.day, self.result, self.until) = (day, result, until)
        }

        /// The last day on which one can object; nil where nothing was decided.
        package var objectUntil: Day? { result.isDecided ? ProvisionRequest.open(day + 42) : nil }
    }

    /// How long ago it can have been asked, in days.
    package static let longest = 731

    package let id: ID<ProvisionRequest>
    package let person: ID<Person>
    package let by: ID<Account>
    package let organisation: ID<Organisation>
    package let proposal: ID<HelpProposal>?
    package let asked: Day
    package let asker: Asker
    package let made: Moment
    package private(set) var decision: Decision?

    package init(
        id: ID<ProvisionRequest>, person: ID<Person>, by: ID<Account>, organisation: ID<Organisation>,
        proposal: ID<HelpProposal>? = nil, asked: Day, asker: Asker, made: Moment, decision: Decision? = nil
    ) {
        (self.id, self.person, self.by, self.organisation, self.proposal) = (id, person, by, organisation, proposal)
        (self.asked, self.asker, self.made, self.decision) = (asked, asker, made, decision)
    }

    /// One that is written down now.
    ///
    /// - Throws: ``Refusal``
    package static func noted(
        _ id: ID<ProvisionRequest>, for person: ID<Person>, from proposal: HelpProposal? = nil, by reader: Reading,
        asked: Day, asker: Asker, at now: Moment
    ) throws(Refusal) -> ProvisionRequest {
        guard reader.mayRefer(person), let organisation = reader.onBehalfOf,
            proposal.map({ $0.person == person }) ?? true
        else { throw .notYours }
        guard asked <= now.day, now.day - asked <= longest else { throw .notThen }
        return ProvisionRequest(
            id: id, person: person, by: reader.reader, organisation: organisation, proposal: proposal?.id,
            asked: asked, asker: asker, made: now)
    }

    /// The last day on which the municipality decides in time.
    package var decideBy: Day { Self.open(asked + 56) }

    /// Whether it was decided in time; nil while it was not, and where nothing was to be decided.
    package var isInTime: Bool? {
        decision.flatMap { $0.result.isDecided ? $0.day <= decideBy : nil }
    }

    /// Whether it is still waited for after its term.
    package func isLate(on day: Day) -> Bool { decision == nil && decideBy < day }

    /// The provision once it was decided on.
    ///
    /// - Throws: ``Refusal``
    package func decided(_ decision: Decision, by reader: Reading, on today: Day) throws(Refusal) -> ProvisionRequest {
        guard reader.mayRefer(person) else { throw .notYours }
        guard self.decision == nil else { throw .decidedBefore }
        guard asked <= decision.day, decision.day <= today else { throw .notDecidedThen }
        if let until = decision.until {
            guard decision.result.isGranted, decision.day < until else { throw .notUntil }
        }
        var provision = self
        provision.decision = decision
        return provision
    }

    /// A day, or the first after it on which offices are open.
    private static func open(_ day: Day) -> Day {
        WorkingDays.isWorkingDay(day) ? day : WorkingDays.after(day, 1)
    }
}

extension Reading {
    /// Whether the reader knows of it: as of a proposal.
    ///
    /// - Parameter hidden: the accounts of who is hidden from the reader.
    package func maySee(_ provision: ProvisionRequest, hidden: Set<ID<Account>>) -> Bool {
        !held.items.contains(ItemName(.provision, provision.id)) && !hidden.contains(provision.by)
            && covered[provision.person].map { $0.share >= .plan } ?? false
    }
}
