// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import Site

/// The passkeys of who is signed in: the list, a new one, another name, one less.
struct OwnPasskeyPages: Sendable {
    private let installation: Installation

    init(_ installation: Installation) { self.installation = installation }

    func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("account/passkeys", use: list)
        router.post("account/passkeys", use: add)
        router.post("account/passkeys/:passkey/name", use: rename)
        router.post("account/passkeys/:passkey/end", use: remove)
    }

    @Sendable private func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let added = request.uri.queryParameters["added"] == "yes"
        return try await page(visit, notice: added ? Notice(.good, visit.language.passkeys.addedTitle) : nil)
    }

    /// A session that lacks a second factor gets one by this; not where there is one already, that was not shown.
    @Sendable private func add(_ request: Request, _ visit: Visit) async throws -> Response {
        let signedIn = try fresh(visit)
        let form = try await FormBody.read(request, limit: 32_768)
        let (vault, now) = (installation.vault, visit.now)
        let id: ID<Passkey> = installation.ids.next(at: now)
        let label = visit.language.passkeys.name(Device(userAgent: request.headers[.userAgent]).system)
        guard let asking = PasskeyAsking(installation), let (answer, question) = asking.answer(form, request) else {
            return try await notMade(visit)
        }
        let (account, session) = (signedIn.account.id, signedIn.session)
        let isAdded = try await installation.database.write { connection in
            try vault.refresh()
            if session.isLimited, try connection.hasSecondFactor(account) { throw Problem.notFound }
            let made = try asking.made(
                answer, to: question, for: account, id: id, label: label, at: now, connection)
            guard let made, try connection.add(made, vault) else { return false }
            if session.isLimited { try connection.lift(session) }
            return true
        }
        return isAdded ? .seeOther(.ownPasskeys.with(query: ["added": "yes"])) : try await notMade(visit)
    }

    @Sendable private func rename(_ request: Request, _ visit: Visit) async throws -> Response {
        let account = try fresh(visit).account.id
        let id = try visit.id("passkey", Passkey.self)
        let typed = try await FormBody.read(request, limit: 16_384).text(OwnPasskeysPage.field(of: id))
        let label: PlainText
        do { label = try PlainText.line(typed, limit: 60) } catch {
            let error = FieldError(OwnPasskeysPage.field(of: id), visit.language.passkeys.labelMissing)
            return try await page(visit, error: (id, error), status: .badRequest)
        }
        let vault = installation.vault
        guard try await installation.database.write({ try $0.rename(id, of: account, label.text, vault) }) else {
            throw Problem.notFound
        }
        return .seeOther(.ownPasskeys)
    }

    /// Never the last way in.
    @Sendable private func remove(_ request: Request, _ visit: Visit) async throws -> Response {
        let account = try fresh(visit).account.id
        let id = try visit.id("passkey", Passkey.self)
        let vault = installation.vault
        try await installation.database.write { connection in
            let others = try connection.countPasskeys(of: account) - 1
            let isLast = try others < 1 && connection.passwordHash(of: account, vault) == nil
            guard try !isLast && connection.remove(id, of: account) else { throw Problem.notFound }
        }
        return .seeOther(.ownPasskeys)
    }

    /// Who is signed in and proved a short while ago who they are: a telephone on the table changes nothing.
    private func fresh(_ visit: Visit) throws -> SignedIn {
        _ = try visit.account()
        guard let signedIn = visit.signedIn, signedIn.session.isFresh(at: visit.now) else { throw SignInNeeded() }
        return signedIn
    }

    private func notMade(_ visit: Visit) async throws -> Response {
        try await page(visit, notice: Notice(.near, visit.language.passkeys.noneMade), status: .badRequest)
    }

    private func page(
        _ visit: Visit, notice: Notice? = nil, error: (ID<Passkey>, FieldError)? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let account = try visit.account()
        let vault = installation.vault
        let (passkeys, hasPassword) = try await installation.database.read { connection in
            try vault.refresh()
            return (
                try connection.passkeys(of: account.id, vault),
                try connection.passwordHash(of: account.id, vault) != nil
            )
        }
        let adding = PasskeyAsking(installation)?
            .makeForm(.ownPasskeys, for: account, known: passkeys, offersRemembering: false, visit)
        let page = OwnPasskeysPage(
            language: visit.language, today: visit.today, token: visit.token ?? "",
            rows: passkeys.map { .init(id: $0.id, label: $0.label, madeAt: $0.madeAt, usedAt: $0.usedAt) },
            canRemove: passkeys.count > 1 || hasPassword,
            isFresh: visit.signedIn?.session.isFresh(at: visit.now) == true, adding: adding?.form, notice: notice,
            error: error)
        var frame = installation.frame(visit, title: visit.language.passkeys.title)
        frame.isNarrow = true
        frame.isError = status == .badRequest
        var response = Response.page(Layout(frame, page.html).html, status: status)
        if let adding { response.setCookie(adding.cookie) }
        return response
    }
}
