// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// That somebody who must agree is not asked, because asking is dangerous (Jeugdwet 7.3.15 lid 4): proposed by one
/// professional, decided with a second.
///
/// They are not asked from the moment it is proposed, and hear nothing of what is asked. What they would have said counts
/// only as done without once the second said yes; a no asks them after all. Somebody else's yes is always needed.
package struct NotAsked: Hashable, Sendable {
    package enum Refusal: Kernel.Refusal {
        /// A professional decides it who plans with those for whom they must agree; never about the young person themself.
        case notYours
        /// Nobody else could say yes; or it is about them, too, and they must be asked about themself.
        case noOtherYes
        /// They said so already, or nobody can answer any more.
        case over
        case before
    }

    package let id: ID<NotAsked>
    package let consent: ID<Consent>
    package let who: ID<Person>
    /// For whom they must agree.
    package let about: Set<ID<Person>>
    package let by: ID<Account>
    package let made: Moment
    package let answer: SecondProfessional.Answer?

    package init(
        id: ID<NotAsked>, consent: ID<Consent>, who: ID<Person>, about: Set<ID<Person>>, by: ID<Account>, made: Moment,
        answer: SecondProfessional.Answer? = nil
    ) {
        (self.id, self.consent, self.who, self.about) = (id, consent, who, about)
        (self.by, self.made, self.answer) = (by, made, answer)
    }

    /// One that is proposed now.
    ///
    /// - Throws: ``Refusal``
    package init(
        _ id: ID<NotAsked>, _ who: ID<Person>, in consent: Consent, _ mustAgree: [ID<Person>: WhoMustAgree],
        by reader: Reading, at now: Moment
    ) throws(Refusal) {
        let about = consent.persons.filter { mustAgree[$0]?.persons.contains(who) == true }
        guard !about.isEmpty, about.allSatisfy(reader.mayHandCard(to:)) else { throw .notYours }
        guard !consent.persons.contains(who), about.allSatisfy({ mustAgree[$0].map { $0.persons.count > 1 } == true })
        else { throw .noOtherYes }
        guard about.allSatisfy({ consent.isOpen(for: $0, at: now) && consent.latest(about: $0)[who]?.answer != .yes })
        else { throw .over }
        self.init(id: id, consent: consent.id, who: who, about: about, by: reader.reader, made: now)
    }

    /// Whether they hear nothing of it.
    package var isKept: Bool { answer != .no }
}
