// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import PeopleWeb
import TestClient
import Testing

/// People of the house who can sign in: Aylin, a mother, and Marieke, a professional with an app.
extension PeopleHouse {
    static let password = "correct paard batterij"
    static let totp = TOTP(from: SecretSource { Array(repeating: 7, count: $0) })
    static let recovery = RecoveryCode(from: SecretSource { Array(repeating: 9, count: $0) })

    static func withPasswords(secondFactor: Bool = true, isDemo: Bool = false) async throws -> PeopleHouse {
        let house = try await PeopleHouse(isDemo: isDemo)
        let hash = try await house.installation.passwords.hash(try Password(password, name: nil))
        let vault = house.installation.vault
        try await house.installation.database.write { connection in
            for (name, account) in [("aylin@example.org", aylin), ("Marieke", marieke)] {
                try connection.setSignInName(try SignInName(name), for: account, vault)
                try connection.setPassword(hash, for: account, at: start, vault)
            }
            guard secondFactor else { return }
            try connection.offer(totp, to: marieke, vault)
            _ = try connection.confirmAuthenticator(
                code(at: start - .minutes(5)), of: marieke, at: start - .minutes(5), vault)
            try connection.setRecoveryCodes([recovery], for: marieke, vault)
        }
        return house
    }

    static func code(at moment: Moment) -> String { totp.code(step: TOTP.step(at: moment)) }

    var code: String { Self.code(at: now) }

    /// Signs in as Aylin.
    func aylin(remember: Bool = false) async throws -> Browser<some HTTPResponder<Visit>> {
        let browser = browser()
        let answer = try await browser.signIn("aylin@example.org", remember: remember)
        #expect(answer.location == "/")
        return browser
    }

    /// Signs in as Marieke, in two steps.
    func marieke() async throws -> Browser<some HTTPResponder<Visit>> {
        let browser = browser()
        #expect(try await browser.signIn("Marieke").location == "/sign-in/code")
        #expect(try await browser.post("/sign-in/code", form(["code": code])).location == "/")
        return browser
    }
}

extension Browser {
    func signIn(
        _ name: String, _ password: String = PeopleHouse.password, remember: Bool = false, back: String = ""
    ) async throws -> Answer {
        try await post(
            "/sign-in",
            form(["name": name, "password": password, "remember": remember ? "yes" : "", "back": back]))
    }

    /// Sends an act from a page with that page's token.
    func act(_ path: String, from page: String = "/account", _ fields: KeyValuePairs<String, String> = [:]) async throws
        -> Answer
    {
        let token = try #require(try await get(page).token)
        return try await post(path, "token=\(token.encoded)&" + form(fields))
    }

    var isSignedIn: Bool { get async throws { try await get("/notes/1").status == .ok } }
}
