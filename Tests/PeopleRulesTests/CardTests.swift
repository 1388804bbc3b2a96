// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Kernel
import PeopleRules
import Testing

@Suite struct `The code on a card` {
    private static let counting = SecretSource { count in (0..<count).map { UInt8($0) } }

    @Test func `has signs that can't be taken for each other, enough of them`() {
        #expect(Set(CardCode.signs).isDisjoint(with: Set("01258ABEILOSUZ")))
        #expect(Set(CardCode.signs).count == CardCode.signs.count)
        #expect(Double(CardCode.length) * log2(Double(CardCode.signs.count)) >= 60)
    }

    @Test func `stands in groups`() {
        #expect(CardCode.make(from: Self.counting).description == "CDFGH-JKMNP-QRTVW")
    }

    @Test(arguments: [
        "CDFGH-JKMNP-QRTVW", "cdfghjkmnpqrtvw", " cdfgh jkmnp qrtvw\n", "CDFGH–JKMNP—QRTVW",
        "C D F G H-J.K.M.N.P/qrtvw",
    ])
    func `is the same however it is typed`(typed: String) {
        #expect(CardCode(typed: typed) == CardCode.make(from: Self.counting))
    }

    @Test(arguments: [
        "", "CDFGH-JKMNP-QRTV", "CDFGH-JKMNP-QRTVWX", "CDFGH-JKMNP-QRTV0", "CDFGH-JKMNP-QRTVÉ", "' OR 1=1 --",
        String(repeating: "C", count: 10_000), String(repeating: "-", count: 300),
    ])
    func `is not what can't be one`(typed: String) {
        #expect(CardCode(typed: typed) == nil)
    }

    @Test func `is another one each time, each sign as likely`() {
        let codes = (0..<2_000).map { _ in CardCode.make(from: .unguessable) }
        #expect(Set(codes).count == codes.count)
        var counts: [Character: Int] = [:]
        for sign in codes.joined(by: \.text) { counts[sign, default: 0] += 1 }
        let expected = Double(2_000 * CardCode.length) / Double(CardCode.signs.count)
        for sign in CardCode.signs { #expect(abs(Double(counts[sign] ?? 0) - expected) < expected * 0.2) }
    }

    @Test func `skips bytes that would make some signs likelier`() {
        let high = SecretSource { count in (0..<count).map { $0.isMultiple(of: 2) ? 255 : 1 } }
        #expect(CardCode.make(from: high).text == String(repeating: "D", count: CardCode.length))
    }
}

@Suite struct `The figures beside a card` {
    @Test(arguments: [("0417", "0417"), (" 04 17 ", "0417")])
    func `are four`(typed: String, figures: String) {
        #expect(CardPin(typed: typed)?.text == figures)
    }

    @Test(arguments: ["", "041", "04178", "041x", "٠٤١٧", String(repeating: " ", count: 100)])
    func `are nothing else`(typed: String) {
        #expect(CardPin(typed: typed) == nil)
    }

    @Test func `are made without favour`() {
        let all = Set((0..<500).map { _ in CardPin.make(from: .unguessable).text.first })
        #expect(all.count == 10)
    }
}

@Suite struct `A card` {
    private static let made = Moment("2026-11-23", hour: 9)
    private static let account: ID<Account> = IDSource { (0, 1) }.next(at: made)
    private static let maker: ID<Account> = IDSource { (0, 2) }.next(at: made)

    private static func card(used: Moment? = nil, voided: Moment? = nil, wrongPins: Int = 0) -> JoiningCard {
        JoiningCard(
            account: account, madeBy: maker, madeAt: made, endsAt: made + .days(14), usedAt: used, voidedAt: voided,
            wrongPins: wrongPins)
    }

    private static let states: [(JoiningCard, Duration, JoiningCard.State)] = [
        (JoiningCard(for: account, by: maker, at: made), .zero, .open),
        (JoiningCard(for: account, by: maker, at: made), .days(14) - .seconds(1), .open),
        (JoiningCard(for: account, by: maker, at: made), .days(14), .pastItsEnd),
        (card(used: made + .hours(1)), .hours(2), .used(made + .hours(1))),
        (card(used: made + .hours(1)), .days(30), .used(made + .hours(1))),
        (card(voided: made + .hours(1)), .hours(2), .voided(made + .hours(1))),
        (card(voided: made + .hours(1)), .days(30), .voided(made + .hours(1))),
    ]

    @Test(arguments: states)
    func `is open, used, void or past its end`(card: JoiningCard, after: Duration, state: JoiningCard.State) {
        #expect(card.state(at: Self.made + after) == state)
    }

    @Test(arguments: [(0, false), (3, false), (4, true), (9, true)])
    func `is void at the fifth wrong try`(wrong: Int, isVoid: Bool) {
        #expect(Self.card(wrongPins: wrong).isVoidedByWrongPin == isVoid)
    }
}

extension [CardCode] {
    fileprivate func joined(by text: (CardCode) -> String) -> String { map(text).joined() }
}
