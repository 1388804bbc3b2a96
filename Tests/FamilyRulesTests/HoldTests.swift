// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Testing

@Suite struct `A hold` {
    private func hold(
        second: String = "second", from: Set<String> = ["father"], reviewBy: Day = "2026-12-07"
    ) throws(Hold.Refusal) -> Hold {
        guard let reason = try? PlainText.line("Gevaar") else { throw .fromNobody }
        return try Hold(
            id: id("hold"), item: ItemName(.conversation, stored: "talk"), about: [id("child")],
            from: Set(from.map { id($0) }), reason: reason, by: id("first"), second: id(second), on: today,
            reviewBy: reviewBy)
    }

    @Test(arguments: ["2026-11-24" as Day, "2026-12-07"])
    func `is reviewed within two weeks`(review: Day) throws {
        #expect(try hold(reviewBy: review).reviewBy == review)
    }

    @Test(arguments: ["2026-11-22" as Day, "2026-11-23", "2026-12-08"])
    func `is not reviewed later, nor today or before`(review: Day) {
        #expect(throws: Hold.Refusal.reviewOutsideTwoWeeks) { try hold(reviewBy: review) }
    }

    @Test func `is decided by two`() {
        #expect(throws: Hold.Refusal.secondIsFirst) { try hold(second: "first") }
    }

    @Test func `is from somebody`() {
        #expect(throws: Hold.Refusal.fromNobody) { try hold(from: []) }
    }
}
