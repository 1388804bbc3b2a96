// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// One proposal of help: read, answered, written down for somebody, closed.
package struct ProposalPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/provisions/proposals/:proposal", use: show)
        router.post("families/:family/provisions/proposals/:proposal/answer", use: answer)
        router.post("families/:family/provisions/proposals/:proposal/note", use: note)
        router.post("families/:family/provisions/proposals/:proposal/outcome", use: conclude)
        router.post("families/:family/provisions/proposals/:proposal/withdrawal", use: withdraw)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit.typed.map { ProposalAnswerDraft($0) } ?? ProposalAnswerDraft(), visit)
    }

    @Sendable private func answer(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        return try await installation.handingBack([form.text("reason")], visit) { try await answered(form, visit) }
    }

    private func answered(_ form: FormBody, _ visit: Visit) async throws -> Response {
        var draft = ProposalAnswerDraft(form)
        let words = visit.language.proposals
        if !["yes", "no"].contains(draft.answer) { draft.errors.append(FieldError("answer", words.answerMissing)) }
        let reason = form.optional("reason", limit: 2_000, visit.language.invitations.wrong, &draft.errors)
        guard draft.errors.isEmpty else { return try await page(draft, visit) }
        let (isYes, now, vault, ids) = (draft.answer == "yes", visit.now, installation.vault, installation.ids)
        return try await act(form, draft, reasonIn: "reason", visit) { sight, key, connection in
            guard let party = key.reading.party(in: sight.proposal, sight.mustAgree) else {
                throw HelpProposal.Refusal.notYours
            }
            let answer = HelpProposal.Answer(by: party, isYes: isYes, at: now)
            try connection.answer(sight, answer, because: reason, ids: ids, key, vault)
        }
    }

    @Sendable private func note(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        return try await installation.handingBack([form.text("why")], visit) { try await noted(form, visit) }
    }

    private func noted(_ form: FormBody, _ visit: Visit) async throws -> Response {
        var draft = ProposalAnswerDraft(form)
        let words = visit.language.proposals
        let (who, how) = (form.id("noted", Person.self), Consent.How(rawValue: draft.how))
        if who == nil { draft.errors.append(FieldError("noted", words.choose)) }
        if !["yes", "no"].contains(draft.said) { draft.errors.append(FieldError("said", words.choose)) }
        if how == nil || how == .inRondom { draft.errors.append(FieldError("how", words.choose)) }
        let why = form.optional("why", limit: 2_000, visit.language.invitations.wrong, &draft.errors)
        guard let who, let how, draft.errors.isEmpty else { return try await page(draft, visit) }
        let (isYes, now, vault, ids) = (draft.said == "yes", visit.now, installation.vault, installation.ids)
        return try await act(form, draft, reasonIn: "why", visit) { sight, key, connection in
            let answer = HelpProposal.Answer(
                by: .person(who), isYes: isYes, how, at: now, notedBy: key.reading.reader)
            try connection.answer(sight, answer, because: why, ids: ids, key, vault)
        }
    }

    @Sendable private func conclude(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        let seen = HelpProposal.Outcome(rawValue: form.text("seen"))
        return try await act(form, ProposalAnswerDraft(), reasonIn: "reason", visit) { sight, key, connection in
            try connection.conclude(sight, seeing: seen, at: now, ids: ids, key, vault)
        }
    }

    @Sendable private func withdraw(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        return try await act(form, ProposalAnswerDraft(), reasonIn: "reason", visit) { sight, key, connection in
            try connection.withdraw(sight, at: now, ids: ids, key, vault)
        }
    }

    /// - Parameter field: where a reason that is missing is asked.
    /// - Throws: ``Problem/notFound`` for who may not, or comes too late.
    private func act(
        _ form: FormBody, _ draft: ProposalAnswerDraft, reasonIn field: String, _ visit: Visit,
        _ act: @escaping @Sendable (ProposalSight, borrowing DossierKey, Connection) throws -> Void
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<HelpProposal> = try visit.id("proposal")
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        do {
            let look = try visit.look(.update, at: ItemName(.proposal, id))
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                guard let sight = try connection.proposal(id, key) else { return nil }
                try act(sight, key, connection)
                return Found("", about: [sight.proposal.person])
            }
            guard done != nil else { throw Problem.notFound }
        } catch let refusal as HelpProposal.Refusal {
            guard let error = visit.language.proposals.error(refusal, in: field) else { throw Problem.notFound }
            var draft = draft
            draft.errors.append(error)
            return try await page(draft, visit)
        }
        await live.wrote(in: family)
        return .seeOther(.proposal(family, id))
    }

    private func page(_ draft: ProposalAnswerDraft, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<HelpProposal> = try visit.id("proposal")
        let look = try visit.look(.read, at: ItemName(.proposal, id))
        let found = try await dossiers.read(family, look) { key, connection -> Found<ProposalContent>? in
            guard let sight = try connection.proposal(id, key) else { return nil }
            let content = ProposalContent(
                family: key.family, reading: key.reading, circle: try connection.circle(key, withEnded: true),
                sight: sight, helper: try sight.helper.flatMap { try connection.names(of: [$0])[$0] })
            return Found(content, about: [sight.proposal.person])
        }
        guard let found else { throw Problem.notFound }
        let page = ProposalPage(
            content: found, draft: draft, today: visit.today, token: visit.token ?? "",
            form: installation.newForm(visit), language: visit.language)
        var frame = installation.familyFrame(visit, title: visit.language.proposals.title, for: found.reading)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : .badRequest)
    }
}

extension ProposalWords {
    /// Where to mend what a rule refused; nil for what is not there for who asked it.
    fileprivate func error(_ refusal: HelpProposal.Refusal, in field: String) -> FieldError? {
        switch refusal {
        case .reasonMissing: FieldError(field, reasonMissing)
        case .notThen: FieldError("starts", notThen)
        case .undecided: FieldError("ending", undecided)
        case .changed: FieldError("ending", changed)
        case .notYours, .over, .saidThemself: nil
        }
    }
}
