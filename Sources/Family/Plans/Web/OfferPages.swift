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

/// Recording how the offer went that the family makes a plan of its own first (Jeugdwet 4.1.2).
package struct OfferPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/plan/offer", use: show)
        router.post("families/:family/plan/offer", use: keep)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(OfferDraft(), visit)
    }

    @Sendable private func keep(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let words = visit.language.offer
        var draft = OfferDraft(
            outcome: GroupPlanOffer.Outcome(rawValue: form.text("outcome")), reason: form.text("reason"))
        let outcome = draft.outcome
        if outcome == nil { draft.errors.append(FieldError("outcome", words.outcomeMissing)) }
        let reason = form.optional("reason", limit: 2_000, visit.language.invitations.wrong, &draft.errors)
        if let outcome, outcome.startsClock, reason == nil, draft.errors["reason"] == nil {
            draft.errors.append(FieldError("reason", words.reasonMissing))
        }
        guard let outcome, draft.errors.isEmpty else { return try await page(draft, visit) }
        let family: ID<Family> = try visit.id("family")
        let (now, vault, ids, promised) = (visit.now, installation.vault, installation.ids, words.promised)
        try await installation.planAct(visit, form, ItemName(.plan, family), dossiers) { key, connection in
            try connection.record(outcome, because: reason, saying: promised, at: now, ids: ids, key, vault)
            return Set(key.reading.covered.keys)
        }
        await live.wrote(in: family)
        return .seeOther(.plan(family))
    }

    private func page(_ draft: OfferDraft, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.plan, family))
        let reading = try await dossiers.read(family, look) { key, _ -> Found<Reading>? in
            key.reading.mayPlan ? Found(key.reading, about: Set(key.reading.covered.keys)) : nil
        }
        guard let reading else { throw Problem.notFound }
        let page = OfferPage(
            family: family, outcomes: GroupPlanOffer.Outcome.allCases.filter(reading.mayRecord), draft: draft,
            token: visit.token ?? "", form: installation.newForm(visit), language: visit.language)
        var frame = installation.familyFrame(visit, title: visit.language.plan.title, for: reading)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : .badRequest)
    }
}

/// What was chosen and typed.
struct OfferDraft: Hashable {
    var outcome: GroupPlanOffer.Outcome?
    var reason = ""
    var errors: [FieldError] = []
}

/// The form on which it is recorded.
struct OfferPage: Equatable {
    let family: ID<Family>
    let outcomes: [GroupPlanOffer.Outcome]
    let draft: OfferDraft
    let token: String
    let form: FormID
    let language: Language

    private var words: any OfferWords { language.offer }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: words.lead, above: More(.plan(family), language.plan.title),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(FamilyForm(
            action: .groupPlanOffer(family), page: .groupPlanOffer(family), token: token, form: form,
            content: """
                \(Choices(
                    language, "outcome", legend: words.outcome, error: draft.errors["outcome"], .one,
                    outcomes.map {
                        Choices.Choice($0.rawValue, words.outcome($0), isChosen: draft.outcome == $0)
                    }))
                \(Field(
                    language, "reason", label: words.reason, hint: words.reasonHint, value: draft.reason,
                    error: draft.errors["reason"], kind: .paragraphs(rows: 3)))
                """,
            buttons: [Button(words.keep, .submit(), .main)]).html)
        """
    }
}
