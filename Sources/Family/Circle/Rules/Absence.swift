// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// That somebody is away for a while, ill or on holiday, and a colleague does their work for all families meanwhile.
///
/// Arranged by a team lead of both, who learns of no family thereby. Why somebody is away is written down nowhere.
package struct Absence: Hashable, Sendable {
    package enum Refusal: Kernel.Refusal {
        /// Only a team lead of the organisation arranges it; who is away and a team lead end it.
        case notYours
        /// They do not both work there, or are one and the same.
        case notPossible
        /// The colleague is away as well then.
        case standInIsAway
        /// Somebody stands in for them already.
        case changed
        /// It begins before today, ends before it begins, or is longer than somebody stands in.
        case termIsWrong
    }

    package let id: ID<Absence>
    package let organisation: ID<Organisation>
    package let who: ID<Account>
    package let standIn: ID<Account>
    package let by: ID<Account>
    package let from: Day
    /// The first day on which they are back.
    package let until: Day

    /// How far ahead it is arranged at most.
    package static let ahead = 92

    package init(
        id: ID<Absence>, organisation: ID<Organisation>, who: ID<Account>, standIn: ID<Account>, by lead: ID<Account>,
        from: Day, until: Day
    ) {
        self.id = id
        self.organisation = organisation
        self.who = who
        self.standIn = standIn
        by = lead
        self.from = from
        self.until = until
    }

    /// The absence, when it may be arranged so.
    ///
    /// - Parameters:
    ///   - colleagues: who works for the organisation.
    ///   - others: what runs or is arranged there already.
    /// - Throws: ``Refusal``
    package func arranged(
        among colleagues: [Professional], others: [Absence], on today: Day
    ) throws(Refusal) -> Absence {
        let works = { account in colleagues.filter { $0.account == account && $0.organisation == organisation } }
        guard works(by).contains(where: { $0.function == .teamLead }) else { throw .notYours }
        guard who != standIn, !works(who).isEmpty, !works(standIn).isEmpty else { throw .notPossible }
        guard today <= from, from - today <= Self.ahead, from < until, until - from <= StandIn.longest else {
            throw .termIsWrong
        }
        let meanwhile = others.filter { $0.organisation == organisation && $0.from < until && from < $0.until }
        guard !meanwhile.contains(where: { $0.who == who }) else { throw .changed }
        // Nobody is left without work to fall back on by two who stand in for each other.
        guard !meanwhile.contains(where: { $0.who == standIn || $0.standIn == who }) else { throw .standInIsAway }
        return self
    }

    /// Whether somebody may say that it is over.
    package func mayEnd(_ account: ID<Account>, work: [Professional]) -> Bool {
        account == who
            || work.contains {
                $0.account == account && $0.organisation == organisation && $0.function == .teamLead
            }
    }
}
