// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import Site

/// Tells for each request who asks, and lets forms in that came from our own pages only.
package struct Sessions: RouterMiddleware {
    let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    package func handle(
        _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
    ) async throws -> Response {
        var visit = try await entered(context, by: request)
        if visit.signedIn?.session.isLimited == true, !isWithinLimits(request.uri.path) {
            return .seeOther(.secondFactor)
        }
        if request.method == .get || request.method == .head {
            return try await show(request, &visit, next)
        }
        return try await act(request, visit, next)
    }

    private func entered(_ context: Visit, by request: Request) async throws -> Visit {
        var visit = context
        visit.now = installation.clock.now()
        visit.language = request.language
        if installation.isBehindProxy, let from = request.forwardedFor { visit.from = from }
        visit.address = Link(local: request.uri.string) ?? "/"
        guard let signedIn = try await signedIn(request) else { return visit }
        if signedIn.isOver(at: visit.now) {
            if !signedIn.session.isClosed { try await installation.database.write { try $0.close(signedIn.session) } }
            return visit
        }
        visit.signedIn = signedIn
        visit.token = installation.formTokens.token(session: signedIn.session.digest)
        if signedIn.session.isWorthNoting(at: visit.now) {
            let now = visit.now
            try await installation.database.write { try $0.note(signedIn.session, seen: now) }
        }
        return visit
    }

    private func signedIn(_ request: Request) async throws -> SignedIn? {
        guard let token = installation.cookies.value(Self.cookie, in: request).flatMap({ SessionToken(cookie: $0) })
        else { return nil }
        let vault = installation.vault
        return try await installation.database.read { connection in
            try vault.refresh()
            return try connection.signedIn(token, vault)
        }
    }

    private func show(
        _ request: Request, _ visit: inout Visit, _ next: (Request, Visit) async throws -> Response
    ) async throws -> Response {
        visit.typed = try await TypedText(installation).taken(by: visit, request)
        do {
            var response = try await next(request, visit)
            if visit.typed != nil { response.setCookie(installation.cookies.expired(TypedText.cookie)) }
            return response
        } catch is SignInNeeded {
            return .seeOther(.signIn.with(query: ["back": visit.address.text]))
        }
    }

    /// A form carries a token of a page that was made for this account.
    ///
    /// One whose session is over by now, or that
    /// stood open while somebody else signed in, does nothing; what was typed waits for who typed it.
    private func act(
        _ request: Request, _ visit: Visit, _ next: (Request, Visit) async throws -> Response
    ) async throws -> Response {
        guard request.comesFromOwnPage else { throw Problem(.formExpired) }
        // Who leaves in haste is let go, also from a page that stood open too long.
        if request.uri.path == Self.leaving { return try await next(request, visit) }
        var request = request
        let form = try await SentForm(&request)
        let maker = installation.formTokens.session(of: form.token)
        if let signedIn = visit.signedIn {
            guard let maker, try await isSession(maker, of: signedIn) else { throw Problem(.formExpired) }
        } else if let maker {
            return try await TypedText(installation).kept(form, madeFor: maker, visit, request)
        }
        do {
            return try await next(request, visit)
        } catch is SignInNeeded {
            return .seeOther(.signIn)
        }
    }

    private func isSession(_ digest: String, of signedIn: SignedIn) async throws -> Bool {
        if digest == signedIn.session.digest { return true }
        return try await installation.database.read { try $0.accountOfSession(digest) } == signedIn.account.id
    }

    /// Where somebody can go who must have a second factor and has none yet.
    ///
    /// Of passkeys only where they are made: who showed a password alone must not take away those that are there.
    private func isWithinLimits(_ path: String) -> Bool {
        let pages = ["/account/second-factor", "/account/second-factor/secrets", "/account/passkeys"]
        return (pages + ["/session/end", "/language", "/accessibility", "/help"]).contains(path)
            || path.hasPrefix("/help/")
    }

    static let cookie = "session"
    private static let leaving = "/session/leave"
}

extension Request {
    /// The address that the proxy in front saw: the last of the list, for the ones before it anybody can write.
    fileprivate var forwardedFor: String? {
        guard let last = header("X-Forwarded-For")?.split(separator: ",").last else { return nil }
        let address = last.filter { $0.isHexDigit || $0 == "." || $0 == ":" }
        return address.isEmpty ? nil : String(address.prefix(45))
    }
}
