// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import Site

/// Signing in by name and password, and on a device that is remembered.
struct SignInPages: Sendable {
    private let installation: Installation

    init(_ installation: Installation) { self.installation = installation }

    func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("sign-in", use: show)
        router.post("sign-in", use: signIn)
        router.post("sign-in/remembered", use: enterRemembered)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let draft = SignInDraft(back: request.uri.queryParameters["back"].flatMap { Link(local: String($0)) })
        return try await page(draft, request, visit)
    }

    /// The same answer, after the same work, whether the name is unknown, the password wrong, or there is none.
    @Sendable private func signIn(_ request: Request, _ visit: Visit) async throws -> Response {
        var draft = SignInDraft(try await FormBody.read(request, limit: 16_384), visit.language)
        guard draft.errors.isEmpty else { return try await page(draft, request, visit, status: .badRequest) }
        switch try await guess(draft, request, visit) {
        case .wait(let span):
            draft.wait = span
            return try await page(draft, request, visit, status: .tooManyRequests)
        case .check(let credentials, let places):
            let isRight = try await matches(draft.password, credentials?.hash)
            guard isRight, let account = credentials?.account else {
                draft.errors = [FieldError("name", visit.language.signIn.wrong)]
                return try await page(draft, request, visit, status: .badRequest)
            }
            return try await enter(account, draft, forgiving: places, request, visit)
        }
    }

    private enum Guess: Sendable {
        case wait(Duration)
        case check(Credentials?, [GuessedAt])
    }

    /// Looks who it would be, and counts the guess before it is known whether it is right.
    private func guess(_ draft: SignInDraft, _ request: Request, _ visit: Visit) async throws -> Guess {
        let (vault, now, from) = (installation.vault, visit.now, visit.from)
        let token = deviceToken(request)
        return try await installation.database.write { connection in
            try vault.refresh()
            let credentials = try draft.signInName.flatMap { try connection.credentials($0, vault) }
            let device = try token.flatMap { try connection.rememberedDevice($0, at: now, vault) }
            let places =
                if let device, device.account == credentials?.account.id {
                    [GuessedAt.name(on: device.id, vault)]
                } else {
                    [GuessedAt.name(draft.name, vault), .address(from, vault)]
                }
            if let wait = try connection.guess(places, at: now) { return .wait(wait) }
            return .check(credentials, places)
        }
    }

    private func matches(_ typed: String, _ hash: PasswordHash?) async throws -> Bool {
        do { return try await installation.passwords.matches(typed, hash) } catch is PasswordHashing.Busy {
            throw Problem.busy
        }
    }

    private func enter(
        _ account: Account, _ draft: SignInDraft, forgiving places: [GuessedAt], _ request: Request, _ visit: Visit
    ) async throws -> Response {
        let (vault, now) = (installation.vault, visit.now)
        let entrance = Entrance(installation, by: .password, remember: draft.remembers, request, visit)
        let begun = SessionToken(from: installation.secrets)
        let entered = try await installation.database.write { connection -> Entrance.Entered? in
            try connection.forgive(places, at: now)
            guard try !connection.hasAuthenticator(account.id) else {
                try connection.begin(
                    BegunSignIn(account: account.id, until: now + BegunSignIn.term), by: begun, vault)
                return nil
            }
            return try entrance.enter(account, connection)
        }
        if let entered { return await entrance.response(entered, to: draft.back) }
        var response = Response.seeOther(
            .signInCode.with(query: ["back": draft.back?.text, "remember": draft.remembers ? "yes" : nil]))
        response.setCookie(
            installation.cookies.cookie(Entrance.begunCookie, begun.cookie, lasting: BegunSignIn.term))
        return response
    }

    /// One button on a device that its owner asked to remember; its token is another one after it.
    @Sendable private func enterRemembered(_ request: Request, _ visit: Visit) async throws -> Response {
        let back = Link(local: try await FormBody.read(request, limit: 16_384).text("back"))
        let (vault, now, cookies) = (installation.vault, visit.now, installation.cookies)
        let entrance = Entrance(installation, by: .remembered, request, visit)
        let next = SessionToken(from: installation.secrets)
        guard let token = deviceToken(request) else { return .seeOther(.signIn.with(query: ["back": back?.text])) }
        let outcome = try await installation.database.write {
            connection -> (entered: Entrance.Entered, left: Duration?)? in
            try vault.refresh()
            guard let found = try connection.enter(by: token, next: next, at: now, vault),
                let account = try connection.account(found.device.account, vault)
            else { return nil }
            let entered = try entrance.enter(account, on: found.device, connection)
            return (entered, found.isReplaced ? found.device.ends - now : nil)
        }
        guard let outcome else {
            var response = Response.seeOther(.signIn.with(query: ["back": back?.text]))
            response.setCookie(cookies.expired(Entrance.deviceCookie))
            return response
        }
        var response = await entrance.response(outcome.entered, to: back)
        if let left = outcome.left {
            response.setCookie(cookies.cookie(Entrance.deviceCookie, next.cookie, lasting: left))
        }
        return response
    }

    private func deviceToken(_ request: Request) -> SessionToken? {
        installation.cookies.value(Entrance.deviceCookie, in: request).flatMap { SessionToken(cookie: $0) }
    }

    private func page(
        _ draft: SignInDraft, _ request: Request, _ visit: Visit, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (vault, now, token) = (installation.vault, visit.now, deviceToken(request))
        let isKnown = try await installation.database.read { connection in
            try token.flatMap { try connection.rememberedDevice($0, at: now, vault) } != nil
        }
        let demo = installation.isDemo ? Link.demo.with(query: ["back": draft.back?.text]) : nil
        let asked = PasskeyAsking(installation)?.useForm(visit, back: draft.back)
        let page = SignInPage(
            visit.language, demo: demo, draft, isKnown: isKnown, token: visit.token, passkey: asked?.form)
        var frame = installation.frame(visit, title: visit.language.accounts.signInTitle)
        frame.isError = !draft.errors.isEmpty
        var response = Response.page(Layout(frame, page.html).html, status: status)
        if let wait = draft.wait { response.headers[.retryAfter] = String(wait.secondsLeft) }
        if let asked { response.setCookie(asked.cookie) }
        return response
    }
}
