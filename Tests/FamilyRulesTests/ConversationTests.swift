// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `A conversation` {
    private let mother: ID<Account> = id("mother")
    private let helper: ID<Account> = id("helper")

    /// Started by the mother, with a helper who covers the eleven-year-old and the mother.
    private func started(
        with recipients: Set<ID<Account>>? = nil, about: [Person] = [Household.eleven],
        meets: (ID<Account>, ID<Account>) -> Bool = { _, _ in true }
    ) throws(Conversation.Refusal) -> Conversation {
        guard let starter = try? Household.standing(of: "mother").reading(on: today),
            let reading = try? Household.helper([Household.eleven, Household.mother])
        else { throw .mayNotTakePart }
        return try Conversation.started(
            id("talk"), by: starter, with: recipients ?? [helper], about: Set(about.map(\.id)),
            readings: [helper: reading], meets: meets)
    }

    @Test func `is between who starts it and whom they chose`() throws {
        #expect(try started().participants == [mother, helper])
        #expect(try started(with: [helper, mother]).participants == [mother, helper])
        #expect(try started(about: [Household.eleven]).about == [Household.eleven.id])
    }

    @Test(arguments: [Set<ID<Account>>(), [id("mother")]])
    func `needs somebody else`(recipients: Set<ID<Account>>) {
        #expect(throws: Conversation.Refusal.noRecipient) { try started(with: recipients) }
    }

    @Test func `is about somebody`() {
        #expect(throws: Conversation.Refusal.aboutNobody) { try started(about: []) }
    }

    @Test(arguments: [Household.seventeen, Household.father])
    func `is not about whom the starter may not read about`(person: Person) {
        #expect(throws: Conversation.Refusal.mayNotTakePart) { try started(about: [person]) }
    }

    @Test func `is not with who may not read about everybody in it`() {
        #expect(throws: Conversation.Refusal.recipientMayNotRead(helper)) {
            try started(about: [Household.eleven, Household.thirteen])
        }
    }

    @Test func `is not with who reads nothing here`() {
        #expect(throws: Conversation.Refusal.recipientMayNotRead(id("stranger"))) {
            try started(with: [helper, id("stranger")])
        }
    }

    @Test(arguments: [("mother", "helper"), ("helper", "mother")])
    func `does not bring together who must not meet, whichever way`(one: String, other: String) {
        #expect(throws: Conversation.Refusal.recipientMayNotRead(helper)) {
            try started(meets: { !($0 == id(one) && $1 == id(other)) })
        }
    }
}

@Suite struct `Reading a conversation` {
    private func talk(_ about: [Person], with participants: [String]) -> Conversation {
        Conversation(id: id("talk"), about: Set(about.map(\.id)), participants: Set(participants.map { id($0) }))
    }

    @Test func `is for its participants, not for everybody who may read about the child`() throws {
        let mother = try Household.standing(of: "mother").reading(on: today)
        #expect(mother.mayRead(talk([Household.eleven], with: ["mother", "helper"])))
        #expect(!mother.mayRead(talk([Household.eleven], with: ["father", "helper"])))
    }

    @Test func `keeps a young person's own line from both parents`() throws {
        let line = talk([Household.thirteen], with: ["thirteen", "helper"])
        for parent in ["mother", "father"] {
            #expect(try !Household.standing(of: parent).reading(on: today).mayRead(line))
        }
        #expect(try Household.standing(of: "thirteen").reading(on: today).mayRead(line))
    }

    @Test func `ends for a parent when the child turns sixteen`() throws {
        let both = talk([Household.thirteen], with: ["mother", "helper"])
        #expect(try Household.standing(of: "mother").reading(on: "2029-05-04").mayRead(both))
        #expect(try !Household.standing(of: "mother").reading(on: "2029-05-05").mayRead(both))
    }

    @Test func `is over while it is held`() throws {
        let both = talk([Household.eleven], with: ["mother", "helper"])
        let held = Standing.Held(items: [ItemName(.conversation, both.id)])
        #expect(try !Household.standing(of: "mother", held: held).reading(on: today).mayRead(both))
    }
}
