// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Testing

@Suite struct `The start of help` {
    private let planned = ActionStart(planned: "2026-11-20")

    @Test func `is first contact, then that it began, each on the day it was noted`() throws {
        let contact = try planned.noted(.contact, on: "2026-11-23")
        #expect(contact.contact == "2026-11-23" && contact.open == [.start])
        let began = try contact.noted(.start, on: "2026-11-30")
        #expect(began == ActionStart(planned: "2026-11-20", contact: "2026-11-23", started: "2026-11-30"))
        #expect(began.open.isEmpty)
    }

    @Test(arguments: ActionStart.Step.allCases)
    func `is noted once`(step: ActionStart.Step) throws {
        let noted = try planned.noted(step, on: "2026-11-23")
        #expect(throws: PlanRefusal.over) { try noted.noted(step, on: "2026-11-24") }
    }

    @Test func `is not asked for contact any more where the help began`() throws {
        #expect(try planned.noted(.start, on: "2026-11-23").open.isEmpty)
    }

    @Test(arguments: [("2026-11-20" as Day, false), ("2026-11-21", true)])
    func `is waited for after the day that was planned`(today: Day, isWaited: Bool) {
        #expect(planned.isWaited(for: today) == isWaited)
        #expect(!ActionStart().isWaited(for: today))
    }
}
