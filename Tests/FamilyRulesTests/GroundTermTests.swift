// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Testing

@Suite struct `When a ground counts` {
    private let terms = [
        GroundTerm(.publicTask, Period(from: "2018-05-25")),
        GroundTerm(.consent, Period(from: "2018-05-25", until: "2027-01-01")),
    ]

    @Test(arguments: [
        (Ground.consent, "2027-01-01" as Day, nil as Day?, nil as GroundTerm.Refusal?),
        (.consent, "2026-12-31", nil, .counts), (.publicTask, "2030-01-01", nil, .counts),
        (.required, today, nil, nil), (.required, today + -1, nil, .beginsBefore),
        (.required, today, today, .endsBefore), (.required, today, today + 1, nil),
    ])
    func `begins today or later, and not while it counts already`(
        ground: Ground, from: Day, until: Day?, refusal: GroundTerm.Refusal?
    ) throws {
        let add = { () throws(GroundTerm.Refusal) in
            try GroundTerm(ground, Period(from: from, until: until), addedTo: terms, on: today)
        }
        guard let refusal else {
            #expect(try add() == GroundTerm(ground, Period(from: from, until: until)))
            return
        }
        #expect(throws: refusal) { try add() }
    }

    @Test(arguments: [
        (0, today + 1, nil as GroundTerm.Refusal?), (0, today, .endsBefore), (1, "2027-01-01" as Day, .endsBefore),
        (1, "2026-12-31", nil),
    ])
    func `ends on a day to come, and no later than it did`(
        place: Int, day: Day, refusal: GroundTerm.Refusal?
    ) throws {
        guard let refusal else {
            #expect(try terms[place].ended(on: day, today: today).term.until == day)
            return
        }
        #expect(throws: refusal) { try terms[place].ended(on: day, today: today) }
    }

    @Test func `is over once its last day was`() {
        let over = GroundTerm(.consent, Period(from: "2018-05-25", until: today))
        #expect(throws: GroundTerm.Refusal.over) { try over.ended(on: today + 9, today: today) }
    }
}
