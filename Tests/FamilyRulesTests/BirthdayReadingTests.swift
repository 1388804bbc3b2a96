// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `A sixteenth birthday and who reads` {
    /// Each line: days after it, whether a parent reads, answers for them, and is told.
    @Test(arguments: [
        (-1, true, false, false), (0, false, true, true), (41, false, true, true), (42, false, true, false),
        (729, false, true, false), (731, false, false, false),
    ])
    func `ends a parent's reading on the day, and leaves the answer alone`(
        shift: Int, reads: Bool, answers: Bool, isTold: Bool
    ) throws {
        let young = Household.thirteen
        let day = Birthday(.sixteen, of: young.birth).day + shift
        let reading = try Household.standing(of: "mother").reading(on: day)
        #expect((reading.covered[young.id] != nil) == reads)
        #expect(reading.answersFor.contains(young.id) == answers)
        #expect(reading.cameOfAge.contains(young.id) == isTold)
        #expect(reading.persons.first { $0.id == young.id }?.birth == (reads ? young.birth : .notTold))
        let stepfather = try Household.standing(of: "stepfather").reading(on: day)
        #expect(!stepfather.answersFor.contains(young.id) && !stepfather.cameOfAge.contains(young.id))
    }

    /// Whatever is not known of a date counts as the latest day it can be, for who decides and for who reads alike.
    @Test(arguments: ["2012-02-29", "2011-02-28", "2010-12-31", "2012-01-01", "2012-02-00", "2011-00-00"])
    func `falls on the same day in every rule, 29 February too`(written: String) throws {
        let birth = try #require(BirthDate(written))
        for age in Birthday.Age.allCases {
            let day = Birthday(age, of: birth).day
            #expect(birth.isAtLeast(age.rawValue, on: day) && !birth.isAtLeast(age.rawValue, on: day + -1))
            #expect(AgeBand(birth, on: day) > AgeBand(birth, on: day + -1))
        }
    }
}
