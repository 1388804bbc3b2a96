// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Foundation
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import Site

/// Text typed in a form whose session was over when it was sent, or of who must choose first for whom they work: kept an
/// hour, sealed under a key that only the browser's cookie holds, and filled in again on the same page for the same account.
struct TypedText: Sendable {
    static let cookie = "typed"

    private let installation: Installation

    init(_ installation: Installation) { self.installation = installation }

    /// Keeps what a form holds for the account for whose session its page was made, and asks to sign in again.
    func kept(_ form: SentForm, madeFor session: String, _ visit: Visit, _ request: Request) async throws -> Response {
        let (fields, page) = try await form.typed(sentTo: request.uri.path)
        var response = Response.seeOther(.signIn.with(query: ["back": page]))
        let key = SessionToken(from: installation.secrets)
        let text = KeptText(page: page, fields: fields)
        let (vault, now) = (installation.vault, visit.now)
        let isKept = try await installation.database.write { connection in
            guard let account = try connection.accountOfSession(session) else { return false }
            try connection.keep(text, of: account, under: key, at: now, vault)
            return true
        }
        if isKept {
            response.setCookie(installation.cookies.cookie(Self.cookie, key.cookie, lasting: KeptText.term))
        }
        return response
    }

    /// Keeps what somebody who is signed in typed on a page, for when they come back from where they go first.
    func kept(_ form: FormBody, typedOn page: Link, while next: Link, _ visit: Visit) async throws -> Response {
        let account = try visit.account().id
        let key = SessionToken(from: installation.secrets)
        let text = KeptText(page: page.text, fields: form.encoded(without: SentForm.ours))
        let (vault, now) = (installation.vault, visit.now)
        try await installation.database.write { try $0.keep(text, of: account, under: key, at: now, vault) }
        var response = Response.seeOther(next)
        response.setCookie(installation.cookies.cookie(Self.cookie, key.cookie, lasting: KeptText.term))
        return response
    }

    /// What waits for this reader on this page.
    func taken(by visit: Visit, _ request: Request) async throws -> FormBody? {
        guard request.method == .get, let account = visit.signedIn?.account.id,
            let key = installation.cookies.value(Self.cookie, in: request).flatMap({ SessionToken(cookie: $0) })
        else { return nil }
        let (vault, now, page) = (installation.vault, visit.now, request.uri.path)
        let text = try await installation.database.write {
            try $0.takeKeptText(of: account, on: page, under: key, at: now, vault)
        }
        return try text.map { try FormBody(Array($0.fields.utf8)) }
    }
}
