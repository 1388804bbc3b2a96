// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

extension GroundTerm {
    package enum Refusal: Kernel.Refusal {
        /// It would count before today: what was shared then is judged by what counted then.
        case beginsBefore
        /// It would end on its first day, or before tomorrow.
        case endsBefore
        /// The same ground counts meanwhile already.
        case counts
        /// There is no such term, or it is over.
        case over
    }

    /// When a ground counts, as it is added now.
    ///
    /// - Throws: ``Refusal``
    package init(
        _ ground: Ground, _ term: Period, addedTo terms: [GroundTerm], on today: Day
    ) throws(Refusal) {
        guard term.from >= today else { throw .beginsBefore }
        guard term.until.map({ $0 > term.from }) ?? true else { throw .endsBefore }
        let meanwhile = terms.contains { other in
            other.ground == ground && (other.term.until.map { term.from < $0 } ?? true)
                && (term.until.map { other.term.from < $0 } ?? true)
        }
        guard !meanwhile else { throw .counts }
        self.init(ground, term)
    }

    /// The same, counting no more from a day on.
    ///
    /// - Throws: ``Refusal``
    package func ended(on day: Day, today: Day) throws(Refusal) -> GroundTerm {
        guard isOpen(on: today) else { throw .over }
        guard day > today, day > term.from, term.until.map({ day < $0 }) ?? true else { throw .endsBefore }
        return GroundTerm(ground, Period(from: term.from, until: day))
    }

    /// Whether it counts, or will.
    package func isOpen(on day: Day) -> Bool { term.until.map { day < $0 } ?? true }
}
