// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import Paper
import PeopleRules
import PeopleStore
import PeopleWeb
import Site

/// What a guest asked, by a link that opens with the code of their practice alone.
package struct GuestLinkPages: Sendable {
    private let installation: Installation
    private let desk: Desk
    private let press: PaperPress

    package init(_ installation: Installation, _ dossiers: Dossiers, _ press: PaperPress) {
        self.installation = installation
        self.press = press
        desk = Desk(dossiers)
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("guests/links/:link", use: show)
        router.get("guests/links/:link/copy", use: copy)
        router.post("guests/links/:link/reply", use: reply)
        router.post("guests/links/:link/withdrawal", use: withdraw)
        router.post("guests/links/:link/verdict", use: judge)
        router.post("guests/links/:link/renewal", use: renew)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(GuestDraft(), request, visit)
    }

    // MARK: What a guest does

    @Sendable private func reply(_ request: Request, _ visit: Visit) async throws -> Response {
        var draft = GuestDraft(try await FormBody.read(request))
        let words = visit.language.guests
        let text =
            try await isQuestion(request, visit)
            ? draft.reply.read("reply", missing: words.replyMissing, .ofStrangers, visit.language, &draft.errors)?.text
            : draft.needed("reply", missing: words.replyMissing, visit.language)
        guard let text else { return try await page(draft, request, visit) }
        return try await act(.write, saying: text, "reply", draft, request, visit)
    }

    /// Whether the link leads to a question, that is to stay without names; of nothing where it opens nothing.
    private func isQuestion(_ request: Request, _ visit: Visit) async throws -> Bool {
        guard let token = installation.guestToken(in: request) else { return false }
        let (vault, now, link) = (installation.vault, visit.now, try link(visit))
        return try await installation.database.read { connection in
            let door = try connection.guestDoor(token, link: link, at: now, vault)
            return try door?.item.map { try connection.isQuestion($0) } ?? false
        }
    }

    @Sendable private func withdraw(_ request: Request, _ visit: Visit) async throws -> Response {
        try await act(.withdraw, "withdrawal", GuestDraft(try await FormBody.read(request)), request, visit)
    }

    @Sendable private func judge(_ request: Request, _ visit: Visit) async throws -> Response {
        var draft = GuestDraft(try await FormBody.read(request))
        let text =
            draft.form.optional(
                "verdict-text", limit: 2_000, visit.language.notes.wrong, &draft.errors)?.text ?? ""
        let verdict = OutsideReferral.Verdict(rawValue: draft.text("verdict"))
        if verdict == nil { draft.errors.append(FieldError("verdict", visit.language.guests.verdictMissing)) }
        guard let verdict, draft.errors.isEmpty else { return try await page(draft, request, visit) }
        return try await act(.judge(verdict), saying: text, "verdict", draft, request, visit)
    }

    private func act(
        _ act: OutsideReferral.GuestAct, saying text: String = "", _ field: String, _ draft: GuestDraft,
        _ request: Request, _ visit: Visit
    ) async throws -> Response {
        guard let sending = draft.form.sending else { throw Problem.malformed }
        guard let token = installation.guestToken(in: request) else { return try await toVisit(draft, visit) }
        let (vault, ids, now, link) = (installation.vault, installation.ids, visit.now, try link(visit))
        do {
            let done: Bool? = try await desk.admit { connection in
                try connection.guestDoor(token, link: link, at: now, vault)
            } _: { door, keys, connection in
                guard door.isFresh, let item = door.item, let guest = try connection.visit(by: door, keys) else {
                    return nil
                }
                try connection.carryOut(
                    act, saying: text, formDigest: vault.guestForm(sending.text), of: item, by: guest.guest, at: now,
                    keys, ids)
                return true
            }
            guard done == true else { return try await closed(token, draft, visit) }
        } catch let refusal as OutsideReferral.Refusal {
            var draft = draft
            draft.errors.append(FieldError(field, visit.language.guests.refused(refusal)))
            return try await page(draft, request, visit, status: .conflict)
        }
        return .seeOther(.guestLink(link))
    }

    /// A link that is too old sends a new one, to the mail address of the practice alone.
    @Sendable private func renew(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try await FormBody.read(request)
        guard let token = installation.guestToken(in: request) else { return try await toVisit(GuestDraft(), visit) }
        let (vault, ids, now, link) = (installation.vault, installation.ids, visit.now, try link(visit))
        let isMailed = installation.sendsMail
        let done: Bool? = try await desk.admit { connection in
            try connection.guestDoor(token, link: link, at: now, vault)
        } _: { door, keys, connection in
            guard let item = door.item, let guest = try connection.visit(by: door, keys) else { return nil }
            if try isMailed ? connection.askLink(of: item, at: now, vault) : connection.askCall(of: item, at: now, ids)
            {
                try connection.noteGuest(.linkAsked, guest.guest, of: item, at: now, keys)
            }
            return true
        }
        guard done == true else { return try await closed(token, GuestDraft(), visit) }
        let words = visit.language.guests
        let html: HTML = """
            \(PageHead(words.title, above: More(.guests, words.title)))
            \(Notice(.good, words.renewed(mailed: isMailed)))
            """
        return installation.guestPage(html, visit)
    }

    // MARK: The page

    @Sendable private func copy(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let token = installation.guestToken(in: request) else { return try await toVisit(GuestDraft(), visit) }
        guard await press.isReady else { throw Problem.busy }
        guard let sight = try await sight(token, try link(visit), visit), case .open(let content) = sight else {
            return try await closed(token, GuestDraft(), visit)
        }
        let copy = GuestCopy(language: visit.language, content: content, at: visit.now)
        let name = "\(visit.language.guests.fileName)-\(visit.today.iso).pdf"
        let bytes = ByteBuffer(bytes: try await press.print(copy.paper))
        return Response(
            status: .ok, headers: .saving(name, as: "application/pdf"), body: ResponseBody(byteBuffer: bytes))
    }

    private func page(
        _ draft: GuestDraft, _ request: Request, _ visit: Visit, status: HTTPResponse.Status = .badRequest
    ) async throws -> Response {
        guard let token = installation.guestToken(in: request) else { return try await toVisit(draft, visit) }
        let answer = try await page(draft, as: token, try link(visit), visit, status: status)
        return if let answer { answer } else { try await closed(token, draft, visit) }
    }

    /// What was written once the code was shown again: in its form, where there is one still; else the link as usual.
    func again(
        _ draft: GuestDraft, as token: SessionToken, _ link: String, _ visit: Visit
    ) async throws -> Response? {
        guard Self.isLink(link) else { return nil }
        return try await page(draft, as: token, link, visit)
    }

    private func page(
        _ draft: GuestDraft, as token: SessionToken, _ link: String, _ visit: Visit,
        status: HTTPResponse.Status = .badRequest
    ) async throws -> Response? {
        guard let sight = try await sight(token, link, visit) else { return nil }
        let page = GuestLinkPage(
            language: visit.language, link: link, isMailed: installation.sendsMail, sight: sight, draft: draft,
            now: visit.now,
            token: visit.token ?? "", newForm: { [installation] in installation.newForm(visit) })
        let isError = !draft.errors.isEmpty
        return installation.guestPage(page.html, visit, isError: isError, status: isError ? status : .ok)
    }

    /// Their reading is on record before it leaves; of a link that is too old nothing is read.
    private func sight(_ token: SessionToken, _ link: String, _ visit: Visit) async throws -> GuestSight? {
        let (vault, now) = (installation.vault, visit.now)
        return try await desk.admit { connection in
            try connection.guestDoor(token, link: link, at: now, vault)
        } _: { door, keys, connection -> GuestSight? in
            guard let item = door.item, let guest = try connection.visit(by: door, keys) else { return nil }
            guard door.isFresh else { return .old }
            guard let view = try connection.view(of: item, by: guest.guest, at: now, keys) else { return nil }
            return .open(try GuestContent(view, read: guest, connection, vault))
        }
    }

    /// What opens nothing: who shows no code that stands is asked for it, whatever the link; for all others it is not there.
    private func closed(_ token: SessionToken, _ draft: GuestDraft, _ visit: Visit) async throws -> Response {
        guard try await desk.guest(token, at: visit.now, installation.vault) == nil else { throw Problem.notFound }
        return try await toVisit(draft, visit)
    }

    /// Where the code is asked; what was typed goes along.
    private func toVisit(_ draft: GuestDraft, _ visit: Visit) async throws -> Response {
        let link = try link(visit)
        guard draft.isTyped else { return .seeOther(Link.guestVisit.with(query: ["link": link])) }
        return try await installation.whoPage(
            .visit(link: link), GuestDraft(CarriedForm(.link, draft.form).fields), visit)
    }

    private func link(_ visit: Visit) throws(Problem) -> String {
        guard let link = visit.parameters.get("link"), Self.isLink(link) else { throw .notFound }
        return String(link)
    }

    private static func isLink(_ link: some StringProtocol) -> Bool {
        link.utf8.count <= 128 && link.allSatisfy(\.isHexDigit)
    }
}
