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

/// What a professional decides with a second one: read by who asks and who is asked, answered by who is asked.
///
/// For anybody else these pages are not there.
package struct DecisionPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/decisions/:decision", use: show)
        router.post("families/:family/decisions/:decision/answer", use: answer)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit.typed.map { DecisionDraft($0) } ?? DecisionDraft(), visit)
    }

    @Sendable private func answer(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Decided> = try visit.id("decision")
        let form = try await FormBody.read(request)
        var draft = DecisionDraft(form)
        let words = visit.language.decisions
        let said = SecondProfessional.Answer(rawValue: draft.said)
        if said == nil { draft.errors.append(FieldError("said", words.saidMissing)) }
        let reason = form.optional("reason", limit: 2_000, visit.language.invitations.wrong, &draft.errors)
        if said == .no, reason == nil, draft.errors.isEmpty {
            draft.errors.append(FieldError("reason", words.reasonMissing))
        }
        guard let said, draft.errors.isEmpty else { return try await page(draft, visit) }
        do {
            let look = try visit.look(.update, at: ItemName(.decision, id))
            let ids = installation.ids
            guard try await dossiers.decide(said, because: reason, about: id, in: family, ids: ids, look) else {
                throw Problem.notFound
            }
        } catch let refusal as SecondProfessional.Refusal {
            // Who comes too late gets the page as it is now; who asked can't answer.
            guard refusal == .answeredBefore else { throw Problem.notFound }
        }
        await live.wrote(in: family)
        return .seeOther(.decision(family, id))
    }

    private func page(_ draft: DecisionDraft, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Decided> = try visit.id("decision")
        let look = try visit.look(.read, at: ItemName(.decision, id))
        guard let sight = try await dossiers.decision(id, in: family, look), draft.errors.isEmpty || sight.isAsked
        else {
            throw Problem.notFound
        }
        let page = DecisionPage(
            sight, draft, today: visit.today, token: visit.token ?? "", form: installation.newForm(visit),
            language: visit.language)
        var frame = installation.frame(visit, title: visit.language.decisions.title)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        frame.leavesQuickly = true
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : .badRequest)
    }
}
