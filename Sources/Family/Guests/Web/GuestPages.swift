// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import PeopleWeb
import Site

/// Where somebody without an account begins: asks a code, and comes in with it.
package struct GuestPages: Sendable {
    private let installation: Installation
    private let desk: Desk
    private let asking: GuestAskPages
    private let links: GuestLinkPages

    package init(_ installation: Installation, _ dossiers: Dossiers, _ asking: GuestAskPages, _ links: GuestLinkPages) {
        (self.installation, self.asking, self.links) = (installation, asking, links)
        desk = Desk(dossiers)
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("guests", use: start)
        router.get("guests/requests/new", use: newRequest)
        router.post("guests/requests", use: request)
        router.get("guests/requests/done", use: done)
        router.get("guests/visit", use: newVisit)
        router.post("guests/visit", use: enter)
        router.post("guests/visit/end", use: leave)
    }

    @Sendable private func start(_ request: Request, _ visit: Visit) async throws -> Response {
        let guest = try await desk.guest(installation.guestToken(in: request), at: visit.now, installation.vault)
        let page = GuestStartPage(language: visit.language, visit: guest, token: visit.token ?? "")
        return installation.guestPage(page.html, visit)
    }

    // MARK: Asking a code

    @Sendable private func newRequest(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(.request, GuestDraft(), visit)
    }

    /// Answered alike whatever comes of it: nobody learns here which practices there are codes for.
    @Sendable private func request(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request, limit: 16_384)
        guard let sending = form.sending else { throw Problem.malformed }
        var draft = GuestDraft(form)
        let words = visit.language.guests
        let practice = draft.practice(among: try await practices(), visit.language)
        let guest = draft.guest(
            nameMissing: words.nameMissing, functionMissing: words.functionMissing, visit.language)
        let mail = draft.mail(visit.language)
        guard draft.errors.isEmpty, let practice, let guest, let mail else {
            return try await page(.request, draft, visit)
        }
        let (vault, ids, now) = (installation.vault, installation.ids, visit.now)
        try await desk.ask(
            ids.next(at: now), GuestAsker(guest, mail: mail), of: practice.id,
            formDigest: vault.guestForm(sending.text), from: visit.from, at: now, vault, ids)
        return .seeOther(.guestRequestDone)
    }

    @Sendable private func done(_ request: Request, _ visit: Visit) async throws -> Response {
        let words = visit.language.guests
        let html: HTML = """
            \(PageHead(words.title, above: More(.guests, words.title)))
            \(Notice(.good, words.requestDone, words.requestDoneText))
            """
        return installation.guestPage(html, visit)
    }

    // MARK: Coming in with it

    @Sendable private func newVisit(_ request: Request, _ visit: Visit) async throws -> Response {
        let link = request.uri.queryParameters["link"].map { String($0) }
        return try await page(.visit(link: link), GuestDraft(), visit)
    }

    @Sendable private func enter(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        var draft = GuestDraft(form)
        let words = visit.language.guests
        let link = form.text("link").isEmpty ? nil : form.text("link")
        let practice = draft.practice(among: try await practices(), visit.language)
        let guest = draft.guest(
            nameMissing: words.nameMissing, functionMissing: words.functionMissing, visit.language)
        guard let practice, let guest else { return try await page(.visit(link: link), draft, visit) }
        let (vault, now) = (installation.vault, visit.now)
        let places = [GuessedAt.address(visit.from, vault)]
        if try await installation.database.write({ try $0.guess(places, at: now) }) != nil { throw Problem(.tooOften) }
        let (token, code) = (SessionToken(from: installation.secrets), CardCode(typed: form.text("code")))
        let isIn: Bool? = try await desk.admit { connection in
            try code.flatMap { try connection.guestDoor($0, of: practice.id, at: now, vault) }
        } _: { door, keys, connection in
            try connection.enter(guest, as: token, by: door, keys, at: now, vault)
            return true
        }
        guard isIn == true else {
            draft.errors.append(FieldError("code", words.codeWrong))
            return try await page(.visit(link: link), draft, visit)
        }
        try await installation.database.write { try $0.forgive(places, at: now) }
        var response =
            try await again(form, as: token, link, visit) ?? .seeOther(link.map { Link.guestLink($0) } ?? .guests)
        response.setCookie(installation.cookies.cookie(Installation.guestCookie, token.cookie, lasting: Guest.visit))
        return response
    }

    /// What was typed before the code was asked again, in its form; nil where nothing was.
    private func again(
        _ form: FormBody, as token: SessionToken, _ link: String?, _ visit: Visit
    ) async throws -> Response? {
        guard let carried = CarriedForm(form) else { return nil }
        return switch carried.purpose {
        case .referral: try await asking.again(.referral, carried.draft, as: token, visit)
        case .question: try await asking.again(.question, carried.draft, as: token, visit)
        case .link: try await links.again(carried.draft, as: token, link ?? "", visit)
        }
    }

    @Sendable private func leave(_ request: Request, _ visit: Visit) async throws -> Response {
        let vault = installation.vault
        if let token = installation.guestToken(in: request) {
            try await installation.database.write { try $0.leave(token, vault) }
        }
        var response = Response.seeOther(.guests)
        response.setCookie(installation.cookies.expired(Installation.guestCookie))
        return response
    }

    private func practices() async throws -> [Organisation] {
        try await installation.database.read { try $0.practices() }
    }

    private func page(_ purpose: GuestWhoPage.Purpose, _ draft: GuestDraft, _ visit: Visit) async throws -> Response {
        try await installation.whoPage(purpose, draft, visit)
    }
}

extension Installation {
    func guestToken(in request: Request) -> SessionToken? {
        cookies.value(Self.guestCookie, in: request).flatMap { SessionToken(cookie: $0) }
    }

    /// Where somebody says who they are, perhaps with what they typed in a form elsewhere.
    func whoPage(_ purpose: GuestWhoPage.Purpose, _ draft: GuestDraft, _ visit: Visit) async throws -> Response {
        let page = GuestWhoPage(
            language: visit.language, purpose: purpose, practices: try await database.read { try $0.practices() },
            draft: draft, isMailed: sendsMail, token: visit.token ?? "", form: newForm(visit))
        return guestPage(page.html, visit, isError: !draft.errors.isEmpty)
    }

    func guestPage(
        _ html: HTML, _ visit: Visit, isError: Bool = false, status: HTTPResponse.Status? = nil
    ) -> Response {
        var frame = frame(visit, title: visit.language.guests.title)
        frame.isNarrow = true
        frame.isError = isError
        return .page(Layout(frame, html).html, status: status ?? (isError ? .badRequest : .ok))
    }
}

extension Desk {
    /// Who is in by the code of their practice; nil for anybody else.
    func guest(_ token: SessionToken?, at now: Moment, _ vault: Vault) async throws -> GuestVisit? {
        guard let token else { return nil }
        return try await admit { connection in
            try connection.guestDoor(token, at: now, vault)
        } _: { door, keys, connection in
            try connection.visit(by: door, keys)
        }
    }
}
