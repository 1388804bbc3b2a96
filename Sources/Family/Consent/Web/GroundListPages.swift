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

/// On what grounds something may be shared in this installation, kept by who administers it; for everybody else these
/// pages are not there.
package struct GroundListPages: Sendable {
    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("grounds", use: list)
        router.post("grounds", use: add)
        router.post("grounds/end", use: end)
    }

    @Sendable private func list(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try await installation.administratorOfAll(visit)
        return try await page(GroundTermDraft(), visit)
    }

    @Sendable private func add(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try await installation.administratorOfAll(visit)
        let form = try await FormBody.read(request)
        let words = visit.language.groundList
        var draft = GroundTermDraft(form)
        let ground = Ground(rawValue: draft.ground)
        if ground == nil { draft.errors.append(FieldError("ground", visit.language.grounds.groundMissing)) }
        let from = Day(draft.from)
        if from == nil { draft.errors.append(FieldError("from", words.noDay)) }
        let until = Day(draft.until)
        if until == nil, !draft.until.isEmpty { draft.errors.append(FieldError("until", words.noDay)) }
        guard draft.errors.isEmpty, let ground, let from else { return try await page(draft, visit) }
        let today = visit.today
        return try await keep(form, draft, visit) { terms throws(GroundTerm.Refusal) in
            try GroundTerm(ground, Period(from: from, until: until), addedTo: terms, on: today)
        }
    }

    @Sendable private func end(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try await installation.administratorOfAll(visit)
        let form = try await FormBody.read(request)
        let words = visit.language.groundList
        var draft = GroundTermDraft(form)
        let named = draft.ended
        if named.isEmpty { draft.errors.append(FieldError("ended", words.endMissing)) }
        let last = Day(draft.last)
        if last == nil { draft.errors.append(FieldError("last", words.noDay)) }
        guard draft.errors.isEmpty, let last else { return try await page(draft, visit) }
        let today = visit.today
        return try await keep(form, draft, visit) { terms throws(GroundTerm.Refusal) in
            guard let term = terms.first(where: { $0.formValue == named }) else { throw .over }
            return try term.ended(on: last, today: today)
        }
    }

    /// Keeps what the rule allows; sent twice, it is kept once.
    private func keep(
        _ form: FormBody, _ draft: GroundTermDraft, _ visit: Visit,
        _ change: @escaping @Sendable ([GroundTerm]) throws(GroundTerm.Refusal) -> GroundTerm
    ) async throws -> Response {
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let (account, now, outcome) = (try visit.account().id, visit.now, Link.groundList.text)
        do {
            _ = try await installation.database.write { connection in
                if let before = try connection.submitted(submission, by: account) { return before }
                try connection.keep(try change(try connection.groundTerms()))
                try connection.record(Submission(form: submission, account: account, at: now, outcome: outcome))
                return outcome
            }
        } catch let refusal as GroundTerm.Refusal {
            var draft = draft
            draft.errors = [refusal.error(isEnding: !draft.ended.isEmpty, visit.language.groundList)]
            return try await page(draft, visit)
        }
        return .seeOther(.groundList)
    }

    private func page(_ draft: GroundTermDraft, _ visit: Visit) async throws -> Response {
        let terms = try await installation.database.read { try $0.groundTerms() }
        let page = GroundListPage(
            terms: terms, draft: draft, today: visit.today, token: visit.token ?? "",
            forms: (installation.newForm(visit), installation.newForm(visit)), language: visit.language)
        var frame = installation.frame(visit, title: visit.language.groundList.title)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: frame.isError ? .badRequest : .ok)
    }
}

extension GroundTerm.Refusal {
    fileprivate func error(isEnding: Bool, _ words: any GroundListWords) -> FieldError {
        switch self {
        case .beginsBefore: FieldError("from", words.beginsBefore)
        case .endsBefore: FieldError(isEnding ? "last" : "until", words.endsBefore)
        case .counts: FieldError("from", words.countsAlready)
        case .over: FieldError("ended", words.over)
        }
    }
}
