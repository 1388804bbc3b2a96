// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import Site

/// After the card was shown: choosing a passkey or a password, which uses the card.
struct WelcomePages: Sendable {
    static let cookie = "joining"

    private let installation: Installation

    init(_ installation: Installation) { self.installation = installation }

    func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("join/account", use: show)
        router.post("join/passkeys", use: choosePasskey)
        router.post("join/passwords", use: choosePassword)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let token = token(request) else { return .seeOther(visit.signedIn == nil ? .join : "/") }
        return try await page(token, visit) { _ in }
    }

    @Sendable private func choosePasskey(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request, limit: 32_768)
        guard let token = token(request) else { return .seeOther(.join) }
        let remembers = form.text(PasskeyForm.remember) == "yes"
        let entrance = Entrance(installation, by: .passkey, remember: remembers, request, visit)
        let label = visit.language.passkeys.name(Device(userAgent: request.headers[.userAgent]).system)
        guard let asking = PasskeyAsking(installation), let answered = asking.answer(form, request),
            let joined = try await join(token, by: answered, label, asking, entrance, visit.now)
        else { return try await page(token, visit, status: .badRequest) { $0.hasPasskeyFailed = true } }
        return await answer(joined, entrance)
    }

    /// Uses the card for a passkey; nil when either is not good.
    private func join(
        _ token: SessionToken, by answered: (DeviceAnswer, to: DeviceQuestion), _ label: String,
        _ asking: PasskeyAsking, _ entrance: Entrance, _ now: Moment
    ) async throws -> Joined? {
        let vault = installation.vault
        let id: ID<Passkey> = installation.ids.next(at: now)
        return try await installation.database.write { connection in
            try vault.refresh()
            guard let account = try connection.joiningAccount(token, at: now, vault)?.id,
                let passkey = try asking.made(
                    answered.0, to: answered.to, for: account, id: id, label: label, at: now, connection),
                try !connection.isTaken(credential: passkey.credential, byOtherThan: account, vault),
                let used = try connection.useCard(token, at: now, vault)
            else { return nil }
            guard try connection.add(passkey, vault) else { throw Problem(.broken) }
            return Joined(entered: try entrance.enter(used.account, connection), ended: used.ended)
        }
    }

    @Sendable private func choosePassword(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request, limit: 16_384)
        guard let token = token(request) else { return .seeOther(.join) }
        var credentials = ChosenCredentials(form)
        let remembers = form.text(WelcomePage.remember) == "yes"
        let entrance = Entrance(installation, by: .card, remember: remembers, request, visit)
        let chosen = credentials.parsed(visit.language)
        // Whoever shows no card makes us work on no password.
        if let chosen, try await isJoining(token, visit) {
            do {
                if let joined = try await join(token, by: chosen, entrance, visit.now) {
                    return await answer(joined, entrance)
                }
            } catch let refusal as SignInName.Refusal { credentials.refuse(refusal, visit.language) }
        }
        return try await page(token, visit, status: .badRequest) {
            $0.credentials = credentials
            $0.remembers = remembers
        }
    }

    /// Uses the card for a name and a password; nil when it is not good any more.
    ///
    /// - Throws: ``SignInName/Refusal/taken``; then the card is as good as before.
    private func join(
        _ token: SessionToken, by chosen: (name: SignInName, password: Password), _ entrance: Entrance, _ now: Moment
    ) async throws -> Joined? {
        let vault = installation.vault
        let hash: PasswordHash
        do { hash = try await installation.passwords.hash(chosen.password) } catch is PasswordHashing.Busy {
            throw Problem.busy
        }
        return try await installation.database.write { connection in
            try vault.refresh()
            guard let used = try connection.useCard(token, at: now, vault) else { return nil }
            try connection.setSignInName(chosen.name, for: used.account.id, vault)
            try connection.setPassword(hash, for: used.account.id, at: now, vault)
            return Joined(entered: try entrance.enter(used.account, connection), ended: used.ended)
        }
    }

    /// What came of using a card.
    private struct Joined: Sendable {
        let entered: Entrance.Entered
        let ended: [String]
    }

    private func answer(_ joined: Joined, _ entrance: Entrance) async -> Response {
        for session in joined.ended { await installation.sessionEnded(session) }
        var response = await entrance.response(joined.entered, to: nil)
        response.setCookie(installation.cookies.expired(Self.cookie))
        return response
    }

    private func token(_ request: Request) -> SessionToken? {
        installation.cookies.value(Self.cookie, in: request).flatMap { SessionToken(cookie: $0) }
    }

    private func isJoining(_ token: SessionToken, _ visit: Visit) async throws -> Bool {
        let (vault, now) = (installation.vault, visit.now)
        return try await installation.database.read { try $0.joiningAccount(token, at: now, vault) != nil }
    }

    /// The form came twice: then they are in.
    ///
    /// Else the card is not good any more, or it took too long.
    private func over(_ token: SessionToken, _ visit: Visit) async throws -> Response {
        let (vault, now) = (installation.vault, visit.now)
        let isIn = try await installation.database.read { try $0.hasJoined(token, at: now, vault) }
        return .seeOther(isIn ? "/" : .join.with(query: ["again": "yes"]))
    }

    /// The page with the choice, while there is something to choose.
    private func page(
        _ token: SessionToken, _ visit: Visit, status: HTTPResponse.Status = .ok, change: (inout WelcomePage) -> Void
    ) async throws -> Response {
        let (vault, now) = (installation.vault, visit.now)
        let found = try await installation.database.read { connection -> (Account, Bool)? in
            try vault.refresh()
            guard let account = try connection.joiningAccount(token, at: now, vault) else { return nil }
            return (account, try connection.hasWayIn(account.id, vault))
        }
        guard let (account, isReplacing) = found else { return try await over(token, visit) }
        let asked = PasskeyAsking(installation)?.makeForm(
            .joinPasskeys, for: account, known: [], offersRemembering: RememberedDevice.isFor(account.kind), visit)
        var page = WelcomePage(
            visit.language, account, token: visit.token, isReplacing: isReplacing, passkey: asked?.form)
        change(&page)
        var frame = installation.frame(visit, title: visit.language.joining.welcomeTitle)
        frame.isError = status == .badRequest
        var response = Response.page(Layout(frame, page.html).html, status: status)
        if let asked { response.setCookie(asked.cookie) }
        return response
    }
}
