// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// Until when something is kept, and which rule says so (*bewaartermijn*).
package struct KeepingTerm: Hashable, Sendable {
    /// Under which law an organisation keeps what it wrote.
    package enum Regime: String, Sendable, CaseIterable {
        case jeugdwet, wgbo, gi, school, other

        package init(of kind: Organisation.Kind) {
            self =
                switch kind {
                case .areaTeam, .municipality, .careProvider: .jeugdwet
                case .generalPractice, .healthService: .wgbo
                case .youthProtection: .gi
                case .school: .school
                case .other: .other
                }
        }
    }

    /// Which rule.
    package enum Article: String, Sendable, CaseIterable {
        /// Jeugdwet 7.3.8 lid 3: twenty years after the last change.
        case jeugdwet
        /// BW 7:454 lid 3: the same for treatment.
        case wgbo
        /// Of a certified institution: up to thirty years after majority.
        case gi
        /// What a circle keeps by itself ends a year after it.
        case circle
        /// A report that led to no help.
        case report
        /// NEN 7513: five years at least.
        case accessLog
    }

    /// What happened last to something that is kept.
    package enum Event: Hashable, Sendable {
        /// It was changed last on this day; the birth of whom it is about, where it is known.
        case changed(Day, birth: BirthDate)
        /// Only the family and its own people wrote it; the circle ended on this day, or goes on.
        case relativesWrote(circleEnded: Day?)
        /// A report was closed without help; it is kept for so many days.
        case reportedWithoutHelp(Day, term: Int)
        /// Somebody looked.
        case looked(Day)
    }

    /// The first day on which it may go; nil as long as the circle goes on.
    package let until: Day?
    package let article: Article

    /// By the regime of who wrote it, and what happened last.
    package init(_ regime: Regime, _ event: Event) {
        switch event {
        case .looked(let day): (until, article) = (day.adding(years: 5), .accessLog)
        case .reportedWithoutHelp(let day, let term): (until, article) = (day + term, .report)
        case .relativesWrote(let ended): (until, article) = (ended?.adding(years: 1), .circle)
        case .changed(let day, let birth):
            let usual = day.adding(years: 20)
            switch regime {
            case .jeugdwet: (until, article) = (usual, .jeugdwet)
            case .wgbo: (until, article) = (usual, .wgbo)
            case .gi: (until, article) = (max(usual, Self.thirtyAfterMajority(birth, from: day)), .gi)
            // What they keep by their own rules lies in their own systems; here it is part of the dossier.
            case .school, .other: (until, article) = (usual, .jeugdwet)
            }
        }
    }

    /// Of a child whose birth nobody knows it is certainly not too early.
    private static func thirtyAfterMajority(_ birth: BirthDate, from day: Day) -> Day {
        birth.isKnown ? birth.latest.adding(years: 48) : day.adding(years: 48)
    }

    /// The longest of several: where it lies together it goes together.
    package static func longest(of terms: some Sequence<KeepingTerm>) -> KeepingTerm? {
        terms.max { one, other in
            guard let until = one.until else { return false }
            return other.until.map { until < $0 } ?? true
        }
    }
}

/// Nothing of a family goes while this stands: a complaint, a court case, an inspection (*niet wissen*).
package struct KeepingHold: Hashable, Sendable {
    package enum Cause: String, Sendable, CaseIterable {
        case complaint, court, inspection
    }

    package enum Refusal: Kernel.Refusal, CaseIterable {
        /// Who has direction, or is called first, sets and lifts it.
        case notYours
        /// After today, within a year.
        case reviewOutOfRange
        case over
    }

    package static let longest = 366

    package let id: ID<KeepingHold>
    package let cause: Cause
    package let by: ID<Account>
    package let made: Moment
    package let review: Day

    package init(id: ID<KeepingHold>, cause: Cause, by who: ID<Account>, made: Moment, review: Day) {
        (self.id, self.cause, by, self.made, self.review) = (id, cause, who, made, review)
    }

    /// One that is set now.
    ///
    /// - Throws: ``Refusal``
    package static func set(
        _ id: ID<KeepingHold>, _ cause: Cause, by reading: Reading, isInCharge: Bool, review: Day, at now: Moment
    ) throws(Refusal) -> KeepingHold {
        guard reading.membership?.kind == .professional, isInCharge else { throw .notYours }
        guard now.day < review, review - now.day <= longest else { throw .reviewOutOfRange }
        return KeepingHold(id: id, cause: cause, by: reading.reader, made: now, review: review)
    }
}
