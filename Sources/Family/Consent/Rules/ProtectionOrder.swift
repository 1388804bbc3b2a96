// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// That a court put a certified institution in charge for a child (*jeugdbescherming, jeugdreclassering*).
///
/// The measure itself needs no consent (Jeugdwet 7.3.4 lid 1), and the institution directs safety. Everything else is
/// asked as ever. It is recorded by a professional who plans with the child, with its term.
package struct ProtectionOrder: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// Ondertoezichtstelling (BW 1:255), at most a year at a time (BW 1:258).
        case supervision
        /// Voorlopige ondertoezichtstelling (BW 1:257), at most three months.
        case provisionalSupervision
        /// Voogdij of the institution (BW 1:302).
        case guardianship
        /// Jeugdreclassering.
        case probation
        /// Gesloten jeugdhulp (Jeugdwet 6.1.2).
        case secureCare

        /// How many days it lasts at most before a court looks at it again; nil where the law sets no end.
        package var longest: Int? {
            switch self {
            case .supervision, .secureCare: 366
            case .provisionalSupervision: 92
            case .guardianship, .probation: nil
            }
        }
    }

    package enum Refusal: Kernel.Refusal {
        /// A professional of the circle records it who plans with the child.
        case notYours
        /// An adult is under no such order.
        case notOfAge
        /// It ends after it began, and no later than the law lets it last.
        case termTooLong
        /// It was ended before.
        case over
    }

    package let id: ID<ProtectionOrder>
    package let child: ID<Person>
    package let kind: Kind
    package let from: Day
    /// The first day on which it no longer stands; nil where the law sets no end.
    package let until: Day?
    package let by: ID<Account>
    package let recorded: Moment
    package let ended: Moment?

    package init(
        id: ID<ProtectionOrder>, child: ID<Person>, kind: Kind, from: Day, until: Day?, by: ID<Account>,
        recorded: Moment, ended: Moment? = nil
    ) {
        (self.id, self.child, self.kind, self.from, self.until) = (id, child, kind, from, until)
        (self.by, self.recorded, self.ended) = (by, recorded, ended)
    }

    /// One that is recorded now.
    ///
    /// - Throws: ``Refusal``
    package init(
        _ id: ID<ProtectionOrder>, of child: ID<Person>, _ kind: Kind, from: Day, until: Day?, by reader: Reading,
        at now: Moment
    ) throws(Refusal) {
        guard reader.mayHandCard(to: child) else { throw .notYours }
        guard let birth = reader.persons.first(where: { $0.id == child })?.birth,
            AgeBand(birth, on: now.day) != .adult
        else { throw .notOfAge }
        if let longest = kind.longest {
            guard let until, until - from <= longest else { throw .termTooLong }
        }
        guard until.map({ $0 > from }) ?? true else { throw .termTooLong }
        self.init(
            id: id, child: child, kind: kind, from: from, until: until, by: reader.reader, recorded: now)
    }

    /// Whether it is in force on a day.
    package func stands(on day: Day) -> Bool { ended == nil && Period(from: from, until: until).contains(day) }
}

extension Reading {
    /// Whether the reader may see that a court decided so about a child: the child from 12, who holds authority, and
    /// professionals who plan with the child.
    package func maySeeOrder(of child: ID<Person>) -> Bool {
        switch covered[child]?.ground {
        case .ownPerson, .authority: true
        default: mayHandCard(to: child)
        }
    }
}
