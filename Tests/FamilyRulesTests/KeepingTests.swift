// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `A promise that is kept by saying so` {
    private func promise(
        _ owner: Promise.Owner, _ kind: PromiseKind = .callBack, about subject: String = "family"
    ) -> Promise {
        Promise(
            id: id("p"), kind: kind, owner: owner, receiver: .account(id("mother")),
            subject: Promise.Subject(kind: subject, id: "x"), urgency: .week, made: Moment(today, hour: 9))
    }

    /// Each line: who owes it, what it is, what it is about, whether the helper keeps it, whether they take it.
    @Test(
        arguments: [
            (.account(id("helper")), .callBack, "family", true, false),
            (.account(id("other")), .callBack, "family", false, false),
            (.account(id("helper")), .mendFamily, "family", false, false),
            (.account(id("helper")), .answerInvitation, "invitation", false, false),
            (.account(id("helper")), .takeAction, "action", true, false),
            (.account(id("other")), .takeAction, "action", false, false),
            (.account(id("helper")), .evaluate, "plan", false, false),
            (.organisation(Household.office), .callBack, "family", false, true),
            (.organisation(id("elsewhere")), .callBack, "family", false, false),
            (.organisation(Household.office), .nameStandIn, "circle", false, false),
        ] as [(Promise.Owner, PromiseKind, String, Bool, Bool)])
    func `is so by who owes it, and taken by a colleague who is here for the same organisation`(
        owner: Promise.Owner, kind: PromiseKind, subject: String, isKept: Bool, isTaken: Bool
    ) throws {
        let reading = try Household.helper([Household.eleven])
        let owed = promise(owner, kind, about: subject)
        #expect(reading.mayKeep(owed) == isKept)
        #expect(reading.mayTake(owed) == isTaken)
    }

    @Test func `is neither once it is done`() throws {
        let reading = try Household.helper([Household.eleven])
        let done = try promise(.account(id("helper"))).settled(at: Moment(today, hour: 10))
        let taken = try promise(.organisation(Household.office)).settled(at: Moment(today, hour: 10))
        #expect(!reading.mayKeep(done) && !reading.mayTake(taken))
    }
}
