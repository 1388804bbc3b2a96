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

/// The safety card of a family, and the checks of a closed track; for professionals alone.
package struct SafetyPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/safety-card", use: show)
        router.post("families/:family/safety-card", use: write)
        router.post("families/:family/safety-card/checks", use: check)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit.typed.map { SafetyDraft($0) }, visit)
    }

    @Sendable private func write(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        var draft = SafetyDraft(form)
        for line in SafetyCard.Line.allCases {
            _ = form.optional(line.rawValue, visit.language.invitations.wrong, &draft.errors)
        }
        guard draft.errors.isEmpty else { return try await page(draft, visit) }
        let (now, vault, lines) = (visit.now, installation.vault, draft.lines)
        return try await act(visit, form) { key, connection in
            guard key.reading.writesSafetyCard else { return false }
            try connection.write(SafetyCard(lines: lines, by: key.reading.reader, at: now), key, vault)
            return true
        }
    }

    @Sendable private func check(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let words = visit.language.safety
        var draft = SafetyDraft(form)
        draft.isCheck = true
        let contact = ClosedTrack.Contact(rawValue: draft.contact)
        if contact == nil { draft.errors.append(FieldError("contact", words.contactMissing)) }
        if !["safe", "unsafe"].contains(draft.outcome) {
            draft.errors.append(FieldError("outcome", words.outcomeMissing))
        }
        let text = form.needed("checked", words.checkedMissing, visit.language, &draft.errors)
        guard let contact, let text, draft.errors.isEmpty else { return try await page(draft, visit) }
        let (now, vault, isSafe) = (visit.now, installation.vault, draft.outcome == "safe")
        let id: ID<ClosedTrack.Check> = installation.ids.next(at: now)
        return try await act(visit, form) { key, connection in
            guard key.reading.writesSafetyCard, try connection.isClosedTrack(key) else { return false }
            let check = ClosedTrack.Check(id: id, contact: contact, isSafe: isSafe, by: key.reading.reader, at: now)
            try connection.record(check, saying: text, key, vault)
            return true
        }
    }

    private func act(
        _ visit: Visit, _ form: FormBody,
        _ act: @escaping @Sendable (borrowing DossierKey, Connection) throws -> Bool
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let look = try visit.look(.update, at: ItemName(.safetyCard, family))
        let done = try await dossiers.act(family, look, form: submission) { key, connection in
            try act(key, connection) ? Found(Link.safetyCard(key.family).text, about: []) : nil
        }
        guard done != nil else { throw Problem.notFound }
        return .seeOther(.safetyCard(family))
    }

    private func page(_ draft: SafetyDraft?, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.safetyCard, family))
        let content = try await dossiers.read(family, look) { key, connection -> Found<SafetyContent>? in
            guard key.reading.readsSafetyCard else { return nil }
            return Found(try SafetyContent(key, connection), about: [])
        }
        guard let content else { throw Problem.notFound }
        let page = SafetyPage(
            content, draft, today: visit.today, token: visit.token ?? "",
            forms: (installation.newForm(visit), installation.newForm(visit)), language: visit.language)
        var frame = installation.familyFrame(visit, title: visit.language.safety.title, for: content.reading)
        frame.isNarrow = true
        let isError = draft.map { !$0.errors.isEmpty } ?? false
        frame.isError = isError
        return .page(Layout(frame, page.html).html, status: isError ? .badRequest : .ok)
    }
}

/// A safety card or a check as it was typed.
struct SafetyDraft: Equatable {
    var lines: [SafetyCard.Line: String] = [:]
    var contact = ""
    var outcome = ""
    var checked = ""
    var isCheck = false
    var errors: [FieldError] = []

    init(_ form: FormBody) {
        for line in SafetyCard.Line.allCases { lines[line] = form.text(line.rawValue).replacing("\r\n", with: "\n") }
        (contact, outcome, checked) = (form.text("contact"), form.text("outcome"), form.text("checked"))
    }
}

extension Link {
    package static func safetyCard(_ family: ID<Family>) -> Link { "/families/\(family)/safety-card" }
    static func safetyChecks(_ family: ID<Family>) -> Link { "/families/\(family)/safety-card/checks" }
}
