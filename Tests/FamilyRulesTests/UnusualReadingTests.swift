// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `Unusual reading` {
    private func opened(_ count: Int, hour: Int = 10, who: String = "worker") -> [UnusualReading.Opened] {
        (0..<count).map {
            UnusualReading.Opened(who: id(who), at: Moment(today, hour: hour), family: id("family \($0)"))
        }
    }

    private func kinds(_ opened: [UnusualReading.Opened], named: Bool = false) -> [UnusualReading.Kind] {
        UnusualReading.found(in: opened) { _, _ in named }.map(\.kind)
    }

    /// Each line: how many families, at what hour, of the same name or not, and what is told of it.
    @Test(
        arguments: [
            (3, 10, false, []), (25, 10, false, []), (26, 10, false, [.many]), (1, 2, false, [.night]),
            (1, 23, false, [.night]), (1, 6, false, []), (1, 22, false, []), (1, 10, true, [.ownName]),
        ] as [(Int, Int, Bool, [UnusualReading.Kind])])
    func `is that of many in a day, at night, and of one's own name`(
        count: Int, hour: Int, named: Bool, expected: [UnusualReading.Kind]
    ) {
        #expect(kinds(opened(count, hour: hour), named: named) == expected)
    }

    @Test func `is told of each reader apart`() {
        #expect(kinds(opened(20) + opened(20, who: "other")).isEmpty)
    }

    @Test(arguments: [
        ("Sanne Kuipers", "Kuipers", true), ("Sanne Kuipers", "De Wit-Kuipers", true),
        ("Sanne de Wit", "De Wit", false),
        ("Sanne Kuipers", "Sanne", false), ("Sanne Kuipers", "Kuiper", false),
    ])
    func `compares the words of a name`(person: String, family: String, expected: Bool) {
        #expect(UnusualReading.bearsName(of: person, family) == expected)
    }
}
