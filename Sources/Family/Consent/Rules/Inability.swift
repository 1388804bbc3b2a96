// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// That a young person of 12 to 17 can't judge their own interests in who may know what (*niet in staat tot een redelijke
/// waardering van zijn belangen ter zake*; Jeugdwet 7.3.15 lid 2): recorded by whom, why, until when.
///
/// While it stands, who holds authority says yes or no in their place. It is about this matter alone: nothing else
/// follows from it, and who reads with the young person stays as it is.
package struct Inability: Hashable, Sendable {
    package enum Refusal: Kernel.Refusal {
        /// A professional of the circle records it who plans with the young person; nobody of the family does.
        case notYours
        /// Somebody younger is not asked, and an adult is represented by others.
        case notOfAge
        /// It ends within a year, after today: then it is looked at again.
        case termTooLong
        /// It was withdrawn, or it is over.
        case over
    }

    /// How many days it stands at most.
    package static let longest = 365

    package let id: ID<Inability>
    package let person: ID<Person>
    package let by: ID<Account>
    package let recorded: Moment
    /// The first day on which it no longer stands.
    package let until: Day
    package let withdrawn: Moment?

    package init(
        id: ID<Inability>, person: ID<Person>, by: ID<Account>, recorded: Moment, until: Day, withdrawn: Moment? = nil
    ) {
        self.id = id
        self.person = person
        self.by = by
        self.recorded = recorded
        self.until = until
        self.withdrawn = withdrawn
    }

    /// One that is recorded now.
    ///
    /// - Throws: ``Refusal``
    package init(
        _ id: ID<Inability>, of person: ID<Person>, by reader: Reading, at now: Moment, until: Day
    ) throws(Refusal) {
        guard reader.mayRecordInability(of: person) else { throw .notYours }
        guard let birth = reader.persons.first(where: { $0.id == person })?.birth,
            Self.concerns(birth, on: now.day)
        else { throw .notOfAge }
        guard now.day < until, until - now.day <= Self.longest else { throw .termTooLong }
        self.init(id: id, person: person, by: reader.reader, recorded: now, until: until)
    }

    package func stands(on day: Day) -> Bool { withdrawn == nil && day < until }

    /// Whether somebody of this age decides themself unless it is recorded that they can't: from 12, until they are 18.
    package static func concerns(_ birth: BirthDate, on day: Day) -> Bool {
        switch AgeBand(birth, on: day) {
        case .from12, .from16: true
        case .under12, .adult: false
        }
    }
}

extension Reading {
    /// Whether the reader may record, or withdraw, that a young person can't judge their interests.
    package func mayRecordInability(of person: ID<Person>) -> Bool { mayHandCard(to: person) }

    /// Whether the reader may see what was recorded: who may record it, and the young person themself.
    package func maySeeInability(of person: ID<Person>) -> Bool {
        ownPerson == person || mayRecordInability(of: person)
    }
}
