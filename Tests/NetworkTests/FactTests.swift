// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import NetworkRules
import PeopleRules
import Testing

@Suite struct `A month` {
    @Test(arguments: [("2026-11-01" as Day, "2026-11"), ("2026-11-30", "2026-11"), ("2028-02-29", "2028-02")])
    func `is that of a day`(day: Day, month: String) {
        #expect(Month(of: day).iso == month)
        #expect(Month(month) == Month(of: day))
    }

    @Test(arguments: ["", "2026", "2026-13", "2026-11-01", "2026-1"])
    func `is not read from what is none`(text: String) {
        #expect(Month(text) == nil)
    }
}

@Suite struct `A fact` {
    private static let month = Month(of: "2026-11-23")

    @Test(arguments: [
        (Fact.Shape.spell(began: "2026-11-02", ended: "2026-11-01"), Fact.Refusal.endsBeforeItBegan),
        (.grade(0), .gradeOutOfRange), (.grade(11), .gradeOutOfRange), (.count(-1), .countBelowZero),
    ])
    func `is of a shape that can be`(shape: Fact.Shape, refusal: Fact.Refusal) {
        #expect(throws: refusal) {
            try Fact(kind: .collaboration, month: Self.month, shape: shape, ids: .unguessable)
        }
    }

    @Test func `does not tell when in its month it was written`() throws {
        let facts = try (0..<20).map { _ in
            try Fact(kind: .helpers, month: Self.month, shape: .count(3), ids: .unguessable)
        }
        #expect(Set(facts.map { $0.id.text.prefix(13) }).count == 1)
        #expect(Set(facts.map(\.id)).count == 20)
    }

    @Test func `that lasts does not end before it began`() throws {
        func help(until ended: Day) throws -> Fact {
            try Fact(
                kind: .help, month: Self.month, shape: .spell(began: "2026-11-02", ended: ended), ids: .unguessable)
        }
        #expect(throws: Fact.Refusal.endsBeforeItBegan) { try help(until: "2026-11-01") }
        #expect(try help(until: "2026-11-02").shape == .spell(began: "2026-11-02", ended: "2026-11-02"))
    }
}
