// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import PeopleWeb
import TestClient
import Testing

/// A card as it lies on the kitchen table, with the figures that were said.
struct HandedCard: Sendable {
    let code: CardCode
    let pin: CardPin

    var form: String { "code=\(code)&pin=\(pin)" }
}

extension PeopleHouse {
    /// Marieke makes a card for somebody.
    func card(for account: ID<Account> = PeopleHouse.aylin) async throws -> HandedCard {
        let card = HandedCard(code: .make(from: .unguessable), pin: .make(from: .unguessable))
        let (vault, now) = (installation.vault, now)
        try await installation.database.write {
            try $0.makeCard(for: account, by: PeopleHouse.marieke, code: card.code, pin: card.pin, at: now, vault)
        }
        return card
    }

    func joiningCard(of account: ID<Account> = PeopleHouse.aylin) async throws -> JoiningCard? {
        try await installation.database.read { try $0.latestCard(of: account) }
    }

    func passkeys(of account: ID<Account> = PeopleHouse.aylin) async throws -> [Passkey] {
        let vault = installation.vault
        return try await installation.database.read { try $0.passkeys(of: account, vault) }
    }

    /// A device that Aylin's browser would ask, and that knows her handle.
    func device(of account: ID<Account> = PeopleHouse.aylin) -> SoftDevice {
        SoftDevice(handle: installation.vault.passkeyHandle(of: account))
    }
}

extension Browser {
    /// What a device on this page would be asked, and the page's form token as a field.
    func asked(on path: String) async throws -> (question: String, token: String) {
        let page = try await get(path)
        let question = try #require(page.text.firstMatch(of: /data-question="([^"]*)"/)).1
        return (String(question), page.token.map { "&token=\($0.encoded)" } ?? "")
    }

    /// Shows a card, and goes on to the choice.
    func show(_ card: HandedCard) async throws {
        let token = try await get("/join").token.map { "&token=\($0.encoded)" } ?? ""
        #expect(try await post("/join/cards", card.form + token).location == "/join/account")
    }

    /// Shows a card and chooses a passkey.
    @discardableResult
    func join(_ card: HandedCard, with device: SoftDevice, remember: Bool = false) async throws -> Answer {
        try await show(card)
        let (question, token) = try await asked(on: "/join/account")
        return try await post(
            "/join/passkeys",
            "answer=\(device.made(question).formEncoded)\(remember ? "&remember-passkey=yes" : "")" + token)
    }

    /// Signs in with a passkey.
    func enter(_ device: SoftDevice, back: String = "/account") async throws -> Answer {
        let (question, token) = try await asked(on: "/sign-in")
        return try await post(
            "/sign-in/passkeys", "answer=\(try device.used(question).formEncoded)&back=\(back)" + token)
    }
}

extension Answer {
    /// The page without what a device would be asked, which is another question each time.
    var withoutQuestion: String { text.replacing(/data-question="[^"]*"/, with: "") }
}

extension String {
    /// As the value of a field in a form.
    var formEncoded: String { String(form(["a": self]).dropFirst(2)) }
}
