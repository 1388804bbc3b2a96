// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules
import PeopleWeb
import Site
import TestClient
import Testing

@Suite struct `The page with a card` {
    private static let code = CardCode.make(from: SecretSource { (0..<UInt8($0)).map { $0 } })
    private static let pin = CardPin.make(from: SecretSource { count in (0..<count).map { [0, 4, 1, 7][$0 % 4] } })
    private static let made = Moment("2026-11-23", hour: 9)

    private static func page(
        _ address: String? = "https://rondom.example", isReplacing: Bool = false, _ language: Language = .nl
    ) -> String {
        CardPage(
            code, pin, until: made + JoiningCard.term, at: address.flatMap { RelyingParty(address: $0) },
            isReplacing: isReplacing, language
        ).html.description
    }

    /// What comes out of the printer: all that is not marked as staying on the screen.
    private static func printed(_ page: String) throws -> String {
        let card = try #require(page.firstRange(of: "<section class=\"handed"))
        let end = try #require(page[card.lowerBound...].firstRange(of: "</section>"))
        return String(page[card.lowerBound..<end.upperBound])
    }

    @Test(arguments: Language.allCases)
    func `prints code, address and end, and neither the figures nor anything about somebody`(
        language: Language
    ) throws {
        let printed = Answer.shown(try Self.printed(Self.page(language)))
        #expect(printed.contains("CDFGH-JKMNP-QRTVW") && printed.contains("rondom.example/join"))
        #expect(printed.contains("2026") && !printed.contains("0417"))
        for word in ["jeugd", "kind", "gezin", "hulp", "zorg", "ouder", "youth", "child", "family", "care", "help"] {
            #expect(!printed.lowercased().contains(word), "\(word)")
        }
    }

    private static func page(_ language: Language) -> String { page(isReplacing: false, language) }

    @Test func `shows the figures apart, on the screen alone`() throws {
        let page = Self.page()
        let figures = try #require(page.firstRange(of: "<p class=\"spoken\">0417</p>"))
        let before = String(page[..<figures.lowerBound])
        #expect(before.contains("<div class=\"no-print\">") && !before.contains("</div>\n<section class=\"handed"))
        #expect(try !Self.printed(page).contains("0417"))
    }

    @Test func `has a square with the code behind the address, and no link that holds it`() {
        let page = Self.page()
        let square = QRCode("https://rondom.example/join#CDFGH-JKMNP-QRTVW", label: "").html.description
        let ink = square.firstMatch(of: /class="qr__ink" d="([^"]*)"/).map { String($0.1) }
        #expect(ink.map { page.contains($0) } == true)
        #expect(!page.contains("href=\"") && !page.contains("join#"))
        #expect(!Self.page(nil).contains("<svg class=\"qr\""))
    }

    @Test func `says when it ends what was before`() {
        #expect(Self.page(isReplacing: true).contains("op alle andere apparaten uitgelogd"))
        #expect(!Self.page().contains("op alle andere apparaten uitgelogd"))
    }

    private static let notices: [(JoiningCard, Duration, String)] = [
        (card(), .days(1), "Het kaartje is nog niet gebruikt. Het werkt tot en met maandag 7 december."),
        (card(used: made + .hours(2)), .days(1), "Het kaartje is gebruikt: gisteren, maandag 23 november, 11.00 uur."),
        (card(voided: made), .hours(1), "Het kaartje werkt niet meer sinds vandaag, 9.00 uur."),
        (card(), .days(15), "Het kaartje is niet gebruikt. Het werkte tot en met gisteren, maandag 7 december."),
    ]

    private static func card(used: Moment? = nil, voided: Moment? = nil) -> JoiningCard {
        JoiningCard(
            account: PeopleHouse.aylin, madeBy: PeopleHouse.marieke, madeAt: made, endsAt: made + JoiningCard.term,
            usedAt: used, voidedAt: voided)
    }

    @Test(arguments: notices)
    func `afterwards tells its maker what became of it`(card: JoiningCard, after: Duration, said: String) {
        let notice = CardNotice(card, now: Self.made + after, .nl).html.description
        #expect(Answer.shown(notice).contains(said), "\(Answer.shown(notice))")
    }
}
