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

/// Writing down what a municipality was asked for and decided, and reading it.
package struct ProvisionPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/provisions/new", use: new)
        router.post("families/:family/provisions", use: make)
        router.get("families/:family/provisions/:provision", use: show)
        router.post("families/:family/provisions/:provision/decision", use: decide)
    }

    @Sendable private func new(_ request: Request, _ visit: Visit) async throws -> Response {
        let asked = request.uri.queryParameters["proposal"].flatMap { ID<HelpProposal>(String($0)) }
        return try await page(visit.typed.map { ProvisionDraft($0) }, from: asked, visit)
    }

    @Sendable private func make(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let typed = ["help", "municipality"].map { form.text($0) }
        return try await installation.handingBack(typed, visit) { try await made(form, visit) }
    }

    private func made(_ form: FormBody, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        var draft = ProvisionDraft(form)
        guard let typed = ProvisionTyped(form, &draft, visit.language) else {
            return try await page(draft, from: draft.proposal, visit)
        }
        let (vault, now, ids) = (installation.vault, visit.now, installation.ids)
        let id: ID<ProvisionRequest> = ids.next(at: now)
        do {
            let look = try visit.look(.create, at: ItemName(.provision, id))
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                let provision = try connection.noted(id, typed, at: now, key)
                let known = try connection.organisationCalled(typed.text.municipality) {
                    $0 == .municipality || $0 == .areaTeam
                }
                try connection.keep(provision, typed.text, asking: known, ids: ids, key, vault)
                return Found(Link.provision(key.family, id).text, about: [typed.person])
            }
            guard let link = done.flatMap({ Link(local: $0) }) else { throw Problem.notFound }
            await live.wrote(in: family)
            return .seeOther(link)
        } catch let refusal as ProvisionRequest.Refusal {
            guard let error = visit.language.provisions.error(refusal) else { throw Problem.notFound }
            draft.errors.append(error)
            return try await page(draft, from: draft.proposal, visit)
        }
    }

    /// - Throws: ``Problem/notFound`` for whoever plans with nobody here as a professional.
    private func page(
        _ draft: ProvisionDraft?, from proposal: ID<HelpProposal>?, _ visit: Visit
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.circle, family))
        let content = try await dossiers.read(family, look) { key, connection -> Found<ProvisionForm>? in
            let persons = key.reading.covered.keys.filter { key.reading.mayRefer($0) }
            guard !persons.isEmpty else { return nil }
            let content = ProvisionForm(
                family: key.family, reading: key.reading, circle: try connection.circle(key),
                proposal: try proposal.flatMap { try connection.proposal($0, key) })
            return Found(content, about: Set(persons))
        }
        guard let content else { throw Problem.notFound }
        let draft = draft ?? ProvisionDraft(from: content.proposal)
        let page = ProvisionFormPage(
            content, draft, token: visit.token ?? "", form: installation.newForm(visit), language: visit.language)
        return answer(page.html, content.reading, isError: !draft.errors.isEmpty, visit)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit.typed.map { DecisionLetterDraft($0) } ?? DecisionLetterDraft(), visit)
    }

    @Sendable private func decide(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        return try await installation.handingBack([form.text("letter")], visit) { try await decided(form, visit) }
    }

    private func decided(_ form: FormBody, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<ProvisionRequest> = try visit.id("provision")
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        var draft = DecisionLetterDraft(form)
        guard let typed = DecisionTyped(form, &draft, visit.language) else { return try await page(draft, visit) }
        let (vault, now, ids) = (installation.vault, visit.now, installation.ids)
        do {
            let look = try visit.look(.update, at: ItemName(.provision, id))
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                guard let sight = try connection.provision(id, key) else { return nil }
                try connection.decide(sight, typed.decision, letter: typed.letter, at: now, ids: ids, key, vault)
                return Found("", about: [sight.provision.person])
            }
            guard done != nil else { throw Problem.notFound }
        } catch let refusal as ProvisionRequest.Refusal {
            guard let error = visit.language.provisions.error(refusal) else { throw Problem.notFound }
            draft.errors.append(error)
            return try await page(draft, visit)
        }
        await live.wrote(in: family)
        return .seeOther(.provision(family, id))
    }

    private func page(_ draft: DecisionLetterDraft, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<ProvisionRequest> = try visit.id("provision")
        let look = try visit.look(.read, at: ItemName(.provision, id))
        let found = try await dossiers.read(family, look) { key, connection -> Found<ProvisionContent>? in
            guard let sight = try connection.provision(id, key) else { return nil }
            let content = ProvisionContent(
                family: key.family, reading: key.reading, circle: try connection.circle(key, withEnded: true),
                sight: sight, municipality: try sight.municipality.flatMap { try connection.names(of: [$0])[$0] },
                findsProposal: try sight.provision.proposal.map { try connection.proposal($0, key) != nil } ?? false)
            return Found(content, about: [sight.provision.person])
        }
        guard let found else { throw Problem.notFound }
        let page = ProvisionPage(
            content: found, draft: draft, today: visit.today, token: visit.token ?? "",
            form: installation.newForm(visit), language: visit.language)
        return answer(page.html, found.reading, isError: !draft.errors.isEmpty, visit)
    }

    private func answer(_ html: HTML, _ reading: Reading, isError: Bool, _ visit: Visit) -> Response {
        var frame = installation.familyFrame(visit, title: visit.language.proposals.title, for: reading)
        frame.isNarrow = true
        frame.isError = isError
        return .page(Layout(frame, html).html, status: isError ? .badRequest : .ok)
    }
}

/// What was typed well of a decision, as values.
private struct DecisionTyped: Sendable {
    let decision: ProvisionRequest.Decision
    let letter: PlainText?

    /// nil with the errors in the draft.
    init?(_ form: FormBody, _ draft: inout DecisionLetterDraft, _ language: Language) {
        let words = language.provisions
        let (result, day, until) = (
            ProvisionRequest.Result(rawValue: draft.result), Day(draft.decided), Day(draft.until)
        )
        if result == nil { draft.errors.append(FieldError("result", words.resultMissing)) }
        if day == nil { draft.errors.append(FieldError("decided", words.notDecidedThen)) }
        if until == nil, !draft.until.isEmpty { draft.errors.append(FieldError("until", words.notUntil)) }
        letter = form.optional("letter", limit: 2_000, language.invitations.wrong, &draft.errors)
        guard draft.errors.isEmpty, let result, let day else { return nil }
        decision = ProvisionRequest.Decision(result, on: day, until: until)
    }
}

extension Connection {
    fileprivate func noted(
        _ id: ID<ProvisionRequest>, _ typed: ProvisionTyped, at now: Moment, _ key: borrowing DossierKey
    ) throws -> ProvisionRequest {
        let proposal = try typed.proposal.map { from in
            guard let sight = try self.proposal(from, key) else { throw ProvisionRequest.Refusal.notYours }
            return sight.proposal
        }
        return try ProvisionRequest.noted(
            id, for: typed.person, from: proposal, by: key.reading, asked: typed.asked, asker: typed.asker, at: now)
    }
}

extension ProvisionWords {
    /// Where to mend what a rule refused; nil for what is not there for who asked it.
    fileprivate func error(_ refusal: ProvisionRequest.Refusal) -> FieldError? {
        switch refusal {
        case .notThen: FieldError("asked", notThen)
        case .notDecidedThen: FieldError("decided", notDecidedThen)
        case .notUntil: FieldError("until", notUntil)
        case .notYours, .decidedBefore: nil
        }
    }
}
