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

/// One's questions without names, those that wait for an answer, and what is done with one of them.
package struct ConsultPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let desk: Desk

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
        desk = Desk(dossiers)
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("consults", use: list)
        router.get("consults/:consult", use: show)
        router.post("consults/:consult/taking", use: take)
        router.post("consults/:consult/passing", use: pass)
        router.post("consults/:consult/answer", use: answer)
        router.post("consults/:consult/verdict", use: judge)
        router.post("consults/:consult/closing", use: close)
    }

    @Sendable private func list(_ request: Request, _ visit: Visit) async throws -> Response {
        try visit.requireProfessional()
        let (vault, account) = (installation.vault, try visit.account().id)
        let look = try visit.look(.read, at: ItemName(.consult, account))
        let found = try await desk.list(look) {
            try SealedConsults(of: $0, limit: 200, $1)
        } _: {
            try $1.sight($0)
        }
        let sights = found?.values ?? []
        let names = try await installation.database.read { connection in
            try ConsultNames(sights.map(\.consult), connection, vault)
        }
        let content = ConsultList(sights: sights, worker: found?.list.worker, names: names)
        var frame = installation.frame(visit, title: visit.language.consults.title)
        frame.isNarrow = true
        let page = ConsultListPage(language: visit.language, list: content, now: visit.now)
        return .page(Layout(frame, page.html).html)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        var draft = ConsultAnswerDraft()
        if let typed = visit.typed { draft = ConsultAnswerDraft(typed) }
        return try await page(draft, visit)
    }

    // MARK: What is done with it

    @Sendable private func take(_ request: Request, _ visit: Visit) async throws -> Response {
        try await act(.take, visit, try await FormBody.read(request))
    }

    @Sendable private func pass(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let chosen = form.text("colleague")
        let colleague = ID<Account>(chosen)
        guard chosen.isEmpty || colleague != nil else { throw Problem.malformed }
        return try await act(.pass(to: colleague), visit, form, to: .consults)
    }

    @Sendable private func answer(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        var draft = ConsultAnswerDraft(form)
        let telltales = try await dossiers.telltales(known: try look(visit))
        let text = draft.answer.read(
            "message", missing: visit.language.consults.answerMissing, telltales, visit.language, &draft.errors)
        guard let text else { return try await page(draft, visit) }
        return try await act(.answer, saying: text, visit, form)
    }

    @Sendable private func judge(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let words = visit.language.consults
        var draft = ConsultAnswerDraft(form)
        var text: PlainText?
        if draft.verdict == .again || draft.answer.isTyped {
            let telltales = try await dossiers.telltales(known: try look(visit))
            text = draft.answer.read(
                "message", missing: words.againMissing, telltales, visit.language, &draft.errors)
        }
        if draft.verdict == nil { draft.errors.append(FieldError("verdict", words.verdictMissing)) }
        guard let verdict = draft.verdict, draft.errors.isEmpty else { return try await page(draft, visit) }
        let said: Consult.Act =
            switch verdict {
            case .helped: .close(.helped)
            case .helpedPartly: .close(.helpedPartly)
            case .again: .askAgain
            }
        return try await act(said, saying: text, visit, form)
    }

    @Sendable private func close(_ request: Request, _ visit: Visit) async throws -> Response {
        try await act(.close(.noLongerNeeded), visit, try await FormBody.read(request))
    }

    private func look(_ visit: Visit) throws -> Look {
        try visit.look(.update, at: ItemName(.consult, try visit.id("consult") as ID<Consult>))
    }

    private func act(
        _ act: Consult.Act, saying text: PlainText? = nil, _ visit: Visit, _ form: FormBody, to link: Link? = nil
    ) async throws -> Response {
        try visit.requireProfessional()
        let id: ID<Consult> = try visit.id("consult")
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let (now, ids) = (visit.now, installation.ids)
        do {
            let done = try await desk.act(id, try look(visit), form: submission) { key, connection in
                try connection.carryOut(act, saying: text, at: now, key, ids)
                return ""
            }
            guard done != nil else {
                return try installation.handedBack([text?.text ?? ""], visit)
            }
        } catch let refusal as Consult.Refusal {
            // Somebody was first: what was typed for it has no field any more.
            if let text { return try installation.handedBack([text.text], visit) }
            var draft = ConsultAnswerDraft(form)
            draft.errors.append(FieldError("message", visit.language.consults.refused(refusal)))
            return try await page(draft, visit, status: .conflict)
        }
        return .seeOther(link ?? .consult(id))
    }

    private func page(
        _ draft: ConsultAnswerDraft, _ visit: Visit, status: HTTPResponse.Status = .badRequest
    ) async throws -> Response {
        try visit.requireProfessional()
        let id: ID<Consult> = try visit.id("consult")
        let (vault, today) = (installation.vault, visit.today)
        let look = try visit.look(.read, at: ItemName(.consult, id))
        let content = try await desk.read(id, look) { key, connection in
            try ConsultContent(key, on: today, connection, vault)
        }
        guard let content else { throw Problem.notFound }
        let page = ConsultPage(
            language: visit.language, content: content, draft: draft, now: visit.now, token: visit.token ?? "",
            newForm: { [installation] in installation.newForm(visit) })
        var frame = installation.frame(visit, title: visit.language.consults.title)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : status)
    }
}

extension Visit {
    /// - Throws: ``Problem/notFound`` for anybody but a professional.
    func requireProfessional() throws {
        guard try account().kind == .professional else { throw Problem.notFound }
    }
}
