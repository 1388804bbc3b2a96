// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `The end of a circle` {
    private static let start = Moment(today, hour: 9)

    private static func direction(_ kind: Direction.Kind = .careCoordination, of holder: String = "worker") -> Direction
    {
        Direction(kind: kind, holder: id(holder), since: "2026-01-01")
    }

    private static func begun() throws -> CircleClosing {
        try CircleClosing.begun(id("closing"), by: id("worker"), direction(), at: start)
    }

    /// Each line: who directs in what kind, and what is said to the worker who begins or completes it.
    @Test(
        arguments: [
            (nil, .notYours), (direction(of: "mother"), .notYours), (direction(.safetyCoordination), .safety),
            (direction(.contact), nil), (direction(), nil),
        ] as [(Direction?, CircleClosing.Refusal?)])
    func `is for who directs, and not while safety is directed`(
        direction: Direction?, refusal: CircleClosing.Refusal?
    ) throws {
        let attempts = [
            { _ = try CircleClosing.begun(id("closing"), by: id("worker"), direction, at: Self.start) },
            { _ = try Self.begun().done(by: id("worker"), direction, waiting: 0, at: Self.start) },
        ]
        for attempt in attempts {
            if let refusal { #expect(throws: refusal) { try attempt() } } else { try attempt() }
        }
    }

    @Test func `is there once all answered, or once their time is over, and only once`() throws {
        let begun = try Self.begun()
        let last = Moment(begun.due + -1, hour: 23)
        let over = Moment(begun.due, hour: 0)
        #expect(throws: CircleClosing.Refusal.notAnswered) {
            try begun.done(by: id("worker"), Self.direction(), waiting: 1, at: last)
        }
        let late = try begun.done(by: id("worker"), Self.direction(), waiting: 1, at: over)
        #expect(late.closed == over)
        let done = try begun.done(by: id("worker"), Self.direction(), waiting: 0, at: last)
        #expect(throws: CircleClosing.Refusal.changed) {
            try done.done(by: id("worker"), Self.direction(), waiting: 0, at: over)
        }
    }
}
