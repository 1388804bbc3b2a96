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

/// Proposing that direction moves: by its holder to somebody, or by a professional who takes over from the family.
package struct HandoverStartPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/handovers/new", use: new)
        router.post("families/:family/handovers", use: propose)
    }

    @Sendable private func new(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(request.uri.queryParameters["way"] == "over", nil, visit)
    }

    @Sendable private func propose(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let form = try await FormBody.read(request)
        let isOver = form.text("way") == "over"
        let content = try await dossiers.direction(visit)
        var draft = DirectionDraft(form)
        guard let holder = content.now?.direction.holder else { throw Problem.notFound }
        guard let typed = HandoverTyped(&draft, isOver: isOver, visit.language) else {
            return try await page(isOver, draft, visit)
        }
        let reader = try visit.account().id
        let handover = Handover(
            id: installation.ids.next(at: visit.now), .direction(typed.kind, review: typed.review), from: holder,
            to: typed.to ?? reader, proposer: reader, made: visit.now, leaves: !isOver && draft.leaves)
        let (now, vault, ids, offers) = (visit.now, installation.vault, installation.ids, draft.offersSupport)
        do {
            let done = try await dossiers.change(family, visit, form, at: ItemName(.handover, handover.id)) {
                try $1.propose(
                    handover, because: typed.reason, talk: typed.talk, offersSupport: offers, at: now, ids: ids, $0,
                    vault)
                return .handover($0.family, handover.id)
            }
            guard let done else { throw Problem.notFound }
            await live.wrote(in: family)
            return .seeOther(done)
        } catch let refusal as Handover.Refusal {
            draft.errors = [try error(refusal, visit.language)]
            return try await page(isOver, draft, visit)
        }
    }

    private func error(_ refusal: Handover.Refusal, _ language: Language) throws -> FieldError {
        let words = language.handovers
        switch refusal {
        case .notYours: throw Problem.notFound
        case .notPossible: return FieldError("to", words.notPossible)
        case .noSuchTalk: return FieldError("talkDay", words.noSuchTalk)
        case .nobodyAgreed: return FieldError("persons", language.direction.nobodyAgreed)
        case .over, .notAgreed, .notTalked, .changed: return FieldError("kind", words.changed)
        }
    }

    private func page(_ isOver: Bool, _ draft: DirectionDraft?, _ visit: Visit) async throws -> Response {
        let content = try await dossiers.direction(visit)
        guard isOver ? content.reading.mayTakeOver && !content.isHolder : content.isHolder else {
            throw Problem.notFound
        }
        if let open = content.handover, draft == nil { return .seeOther(.handover(content.family, open.handover.id)) }
        let kind = isOver ? Direction.Kind.careCoordination : content.now?.direction.kind
        let empty = DirectionDraft(kind: kind, review: visit.today + Direction.firstTerm, talkDay: visit.today)
        let page = HandoverStartPage(
            content, isOver: isOver, draft ?? empty, token: visit.token ?? "", form: installation.newForm(visit),
            language: visit.language)
        var frame = installation.familyFrame(visit, title: page.title, for: content.reading)
        frame.isNarrow = true
        frame.isError = draft?.errors.isEmpty == false
        return .page(Layout(frame, page.html).html, status: frame.isError ? .badRequest : .ok)
    }
}

/// What was typed well.
private struct HandoverTyped {
    let kind: Direction.Kind
    let review: Day
    /// nil for who takes over.
    let to: ID<Account>?
    let reason: PlainText
    let talk: Handover.Talk?

    init?(_ draft: inout DirectionDraft, isOver: Bool, _ language: Language) {
        let words = language.direction
        if draft.kind == nil { draft.errors.append(FieldError("kind", words.kindMissing)) }
        let reason = draft.checkedReason(language)
        var talkDay: Day?
        if isOver {
            talkDay = draft.checkedDay("talkDay", draft.talkDay, language)
            if draft.persons.isEmpty { draft.errors.append(FieldError("persons", words.nobodyAgreed)) }
        } else if draft.to == nil {
            draft.errors.append(FieldError("to", language.handovers.toMissing))
        }
        let review = draft.checkedDay("review", draft.review, language)
        guard draft.errors.isEmpty, let kind = draft.kind, let reason, let review else { return nil }
        (self.kind, self.reason, self.review) = (kind, reason, review)
        to = isOver ? nil : draft.to
        talk = talkDay.map {
            Handover.Talk(
                day: $0, present: draft.persons, agreed: draft.persons, storyConfirmed: draft.storyConfirmed,
                introduced: true)
        }
    }
}
