// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import Site

/// Joining with a card: code and figures, then a choice how to come in.
package struct JoiningPages: Sendable {
    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("join", use: show)
        router.post("join/cards", use: begin)
        WelcomePages(installation).addRoutes(to: router)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        var page = JoinPage(visit.language, token: visit.token)
        page.isAgain = request.uri.queryParameters["again"] == "yes"
        return answer(page, visit)
    }

    /// The same answer, whatever is wrong with card or figures.
    @Sendable private func begin(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request, limit: 16_384)
        var page = JoinPage(visit.language, token: visit.token)
        page.code = String(form.text("code").prefix(40))
        let (code, pin) = (CardCode(typed: form.text("code")), CardPin(typed: form.text("pin")))
        let words = visit.language.joining
        if code == nil { page.errors.append(FieldError("code", words.codeMissing)) }
        if pin == nil { page.errors.append(FieldError("pin", words.pinMissing)) }
        guard let code, let pin else { return answer(page, visit, status: .badRequest) }
        let token = SessionToken(from: installation.secrets)
        switch try await outcome(code, pin, token, visit) {
        case .begun:
            var response = Response.seeOther(.joinAccount)
            response.setCookie(
                installation.cookies.cookie(WelcomePages.cookie, token.cookie, lasting: Joining.term))
            return response
        case .wrong:
            page.errors = [FieldError("code", words.wrong)]
            return answer(page, visit, status: .badRequest)
        case .wait(let span):
            page.wait = span
            return answer(page, visit, status: .tooManyRequests)
        }
    }

    private enum Outcome: Sendable {
        case begun, wrong
        case wait(Duration)
    }

    /// Codes can't be guessed; who tries all the same is slowed by where they are, so that they spend no figures of
    /// others and no time of ours.
    private func outcome(
        _ code: CardCode, _ pin: CardPin, _ token: SessionToken, _ visit: Visit
    ) async throws -> Outcome {
        let (vault, now) = (installation.vault, visit.now)
        let places = [GuessedAt.address(visit.from, vault)]
        return try await installation.database.write { connection in
            try vault.refresh()
            if let wait = try connection.guess(places, at: now) { return .wait(wait) }
            guard try connection.beginJoining(code, pin, token: token, at: now, vault) else { return .wrong }
            try connection.forgive(places, at: now)
            return .begun
        }
    }

    private func answer(_ page: JoinPage, _ visit: Visit, status: HTTPResponse.Status = .ok) -> Response {
        var frame = installation.frame(visit, title: visit.language.joining.title)
        frame.isError = !page.errors.isEmpty
        frame.isNarrow = true
        var response = Response.page(Layout(frame, page.html).html, status: status)
        if let wait = page.wait { response.headers[.retryAfter] = String(wait.secondsLeft) }
        return response
    }
}
