// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `A guest` {
    private static let today: Day = "2026-11-23"

    @Test(
        arguments: [
            ("2016-01-01", [GuestBasis.Agreeing.authority], nil), ("2016-01-01", [.youngPerson], .authorityMissing),
            // Twelve today: the young person's own yes, besides that of who holds authority.
            ("2014-11-23", [.authority], .youngPersonMissing), ("2014-11-23", [.youngPerson], .authorityMissing),
            ("2014-11-23", [.youngPerson, .authority], nil), ("2014-11-24", [.authority], nil),
            ("2010-11-24", [.youngPerson], .authorityMissing), ("2010-11-23", [.youngPerson], nil),
            ("2010-11-23", [.authority], .youngPersonMissing), ("2003-11-23", [.youngPerson], .notYoung),
            ("2026-11-24", [.authority], .notYoung), ("2016-01-01", [], .authorityMissing),
        ] as [(Day, Set<GuestBasis.Agreeing>, GuestBasis.Refusal?)])
    func `refers with the yes of who must agree at that age`(
        birth: Day, agreed: Set<GuestBasis.Agreeing>, refusal: GuestBasis.Refusal?
    ) {
        var found: GuestBasis.Refusal?
        do { try GuestBasis.agreed(agreed).check(born: birth, on: Self.today) } catch { found = error }
        #expect(found == refusal)
    }

    @Test(
        arguments: [
            ("", "Dr. Kok", GuestBasis.Refusal.reasonMissing), ("Gevaar.", "", .secondMissing),
            ("Gevaar.", "Dr. Kok", nil),
        ] as [(String, String, GuestBasis.Refusal?)])
    func `refers without it for a reason, and with a second professional`(
        reason: String, second: String, refusal: GuestBasis.Refusal?
    ) {
        var found: GuestBasis.Refusal?
        do { try GuestBasis.ground(reason: reason, second: second).check(born: "2016-01-01", on: Self.today) } catch {
            found = error
        }
        #expect(found == refusal)
    }

    @Test(arguments: [
        ("030 123 45 67", "0301234567"), ("+31 (0)30-1234567", "+31301234567"), ("+31 (0)30 555 01 01", "+31305550101"),
        ("(0)30 555 01 01", "0305550101"), ("0301", nil), ("030 CALL ME", nil),
        ("", nil),
    ])
    func `is called at a number`(typed: String, text: String?) {
        #expect(PhoneNumber(typed: typed)?.text == text)
    }

    @Test func `asks in a text that is read again`() {
        for basis in [GuestBasis.agreed([.youngPerson]), .ground(reason: "Gevaar.", second: "Kok")] {
            let child = OutsideQuestion.Child(name: "Sem", birth: "2012-01-01", reach: "06", basis: basis)
            let asked = OutsideQuestion(
                guest: Guest(name: "Els", function: "assistent", behalf: "Dr. Kok"), mail: "p@vecht.nl", child: child,
                question: "Kan dit?", reason: "Slaapt slecht.", apart: "Daniël Groen, Ria")
            #expect(OutsideQuestion(text: asked.text) == asked)
        }
        let advice = OutsideQuestion(guest: Guest(name: "E", function: "h"), mail: "", child: nil, question: "Wat?")
        #expect(OutsideQuestion(text: advice.text) == advice)
        #expect(OutsideQuestion(text: "1") == nil && Guest(text: "x") == nil)
    }

    @Test(arguments: [
        ("Daniel Groen", true), ("Sem", true), ("Ria", true), ("Daniël", true), ("Ria Groen", true),
        ("Jan Groen", false),
        ("", false),
    ])
    func `keeps it from who is called as the young person, or must not read it`(name: String, isKept: Bool) {
        let child = OutsideQuestion.Child(name: "Sem", birth: "2012-01-01", reach: "06", basis: .agreed([]))
        let asked = OutsideQuestion(
            guest: Guest(name: "E", function: "h"), mail: "", child: child, question: "?", apart: "Daniël Groen en Ria")
        #expect(asked.isKept(fromCalled: name) == isKept)
    }

    // MARK: The code

    private static let now = Moment("2026-11-23", hour: 9)
    private static let desk: ID<Organisation> = id("desk")
    private static let caller = Worker(id("caller"), for: desk)

    private func request(_ state: GuestRequest.State = .asked) -> GuestRequest {
        GuestRequest(
            id: id("request"), practice: id("practice"), desk: Self.desk, crew: DeskCrew(members: [id("caller")]),
            state: state, asked: Self.now)
    }

    @Test func `gets a code from who called, for a month`() throws {
        let coded = try request().called(knowsThem: true, by: Self.caller, at: Self.now)
        #expect(coded.isOpen(at: Self.now) && coded.isOpen(at: Self.now + .days(30)))
        #expect(!coded.isOpen(at: Self.now + .days(31)) && !coded.isOpen(at: Self.now - .hours(1)))
        #expect(coded.replaced().state == .closed(.replaced))
        #expect(coded.aged(at: Self.now + .days(31)).state == .closed(.over))
        #expect(coded.debts.isEmpty && !coded.isOpen(to: Self.caller))
        #expect(throws: GuestRequest.Refusal.notNow) {
            try coded.called(knowsThem: true, by: Self.caller, at: Self.now)
        }
        let unknown = try request().called(knowsThem: false, by: Self.caller, at: Self.now)
        #expect(unknown.state == .closed(.unknown) && !unknown.isOpen(at: Self.now))
    }

    @Test func `is called by who is at the desk alone, who owes it`() {
        #expect(request().debts.map(\.kind) == [.callPractice])
        for stranger in [Worker(id("other"), for: Self.desk), Worker(id("caller"), for: id("elsewhere"))] {
            #expect(!request().isOpen(to: stranger))
            #expect(throws: GuestRequest.Refusal.notAtDesk) {
                try request().called(knowsThem: true, by: stranger, at: Self.now)
            }
        }
        // However long nobody calls: it stays owed.
        #expect(request().aged(at: Self.now + .days(300)) == request())
    }
}
