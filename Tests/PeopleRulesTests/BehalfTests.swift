// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules
import Testing

@Suite struct `On whose behalf somebody asks` {
    private static let one: ID<Organisation> = IDSource { (0, 1) }.next(at: Moment("2026-11-23"))
    private static let other: ID<Organisation> = IDSource { (0, 2) }.next(at: Moment("2026-11-23"))

    @Test(arguments: [
        (Behalf.theOnlyOne, [one], one as ID<Organisation>?), (.theOnlyOne, [one, other], nil), (.theOnlyOne, [], nil),
        (.chosen(one), [one, other], one), (.chosen(one), [one], one), (.chosen(one), [other], nil),
        (.chosen(one), [], nil),
    ])
    func `is what they chose while they work there, else the only one`(
        behalf: Behalf, work: [ID<Organisation>], organisation: ID<Organisation>?
    ) {
        #expect(behalf.organisation(among: Set(work)) == organisation)
    }
}
