// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import Site

/// The second step of signing in.
struct CodePages: Sendable {
    private let installation: Installation

    init(_ installation: Installation) { self.installation = installation }

    func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("sign-in/code", use: show)
        router.post("sign-in/code", use: enter)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let query = request.uri.queryParameters
        let back = query["back"].flatMap { Link(local: String($0)) }
        guard try await begun(request, visit) != nil else { return startAgain(back) }
        return page(CodePage(language: visit.language, back: back, remembers: query["remember"] == "yes"), visit)
    }

    @Sendable private func enter(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request, limit: 16_384)
        let back = Link(local: form.text("back"))
        guard let (account, _) = try await begun(request, visit) else { return startAgain(back) }
        var page = CodePage(language: visit.language, back: back, remembers: form.text("remember") == "yes")
        let typed = String(form.text("code").prefix(100))
        guard typed.contains(where: { !$0.isWhitespace }) else {
            page.errors = [FieldError("code", visit.language.signIn.codeMissing)]
            return self.page(page, visit, status: .badRequest)
        }
        let entrance = Entrance(installation, by: .code, remember: page.remembers, request, visit)
        switch try await check(typed, account, entrance, request, visit) {
        case .wait(let span):
            page.wait = span
            return self.page(page, visit, status: .tooManyRequests)
        case .wrong:
            page.errors = [FieldError("code", visit.language.signIn.codeWrong)]
            return self.page(page, visit, status: .badRequest)
        case .gone: return startAgain(back)
        case .entered(let entered): return await entrance.response(entered, to: back)
        }
    }

    private enum Outcome: Sendable {
        case wait(Duration), wrong, gone, entered(Entrance.Entered)
    }

    /// Counts the guess, checks it, and lets in, in one transaction: a code serves once.
    private func check(
        _ typed: String, _ account: Account, _ entrance: Entrance, _ request: Request, _ visit: Visit
    ) async throws -> Outcome {
        let (vault, now, token) = (installation.vault, visit.now, token(request))
        return try await installation.database.write { connection in
            // It may have been used by another window meanwhile, or ended.
            guard let token, try connection.begunSignIn(token, at: now, vault)?.id == account.id else { return .gone }
            let places = [GuessedAt.code(of: account.id, vault)]
            if let wait = try connection.guess(places, at: now) { return .wait(wait) }
            guard try connection.useSecondFactor(typed, of: account.id, at: now, vault) else { return .wrong }
            try connection.forgive(places, at: now)
            return .entered(try entrance.enter(account, connection))
        }
    }

    private func begun(_ request: Request, _ visit: Visit) async throws -> (Account, SessionToken)? {
        guard let token = token(request) else { return nil }
        let (vault, now) = (installation.vault, visit.now)
        let account = try await installation.database.read { connection in
            try vault.refresh()
            return try connection.begunSignIn(token, at: now, vault)
        }
        return account.map { ($0, token) }
    }

    private func token(_ request: Request) -> SessionToken? {
        installation.cookies.value(Entrance.begunCookie, in: request).flatMap { SessionToken(cookie: $0) }
    }

    private func startAgain(_ back: Link?) -> Response { .seeOther(.signIn.with(query: ["back": back?.text])) }

    private func page(_ page: CodePage, _ visit: Visit, status: HTTPResponse.Status = .ok) -> Response {
        var frame = installation.bareFrame(visit.language, title: visit.language.signIn.codeTitle)
        frame.help = .explaining(visit.address)
        frame.path = visit.address
        frame.isNarrow = true
        frame.isError = !page.errors.isEmpty
        var response = Response.page(Layout(frame, page.html).html, status: status)
        if let wait = page.wait { response.headers[.retryAfter] = String(wait.secondsLeft) }
        return response
    }
}
