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

/// Proposing a handover: by its holder to somebody, or, of direction, by a professional who takes over from the family.
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
        let way = HandoverWay(request.uri.queryParameters["way"].map(String.init) ?? "")
        return try await page(way, visit.typed.map { DirectionDraft($0) }, visit)
    }

    @Sendable private func propose(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        return try await installation.handingBack([form.text("reason")], visit) { try await proposed(form, visit) }
    }

    private func proposed(_ form: FormBody, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let way = HandoverWay(form.text("way"))
        let content = try await dossiers.direction(visit)
        var draft = DirectionDraft(form)
        guard let holder = content.now?.direction.holder, content.mayPropose(way) else { throw Problem.notFound }
        guard let typed = HandoverTyped(&draft, way, visit.language) else {
            return try await page(way, draft, visit)
        }
        let reader = try visit.account().id
        let handover = Handover(
            id: installation.ids.next(at: visit.now), typed.what, from: way.isOfDirection ? holder : reader,
            to: typed.to ?? reader, proposer: reader, made: visit.now, leaves: way == .give && draft.leaves)
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
            draft.errors = [try error(refusal, way, visit.language)]
            return try await page(way, draft, visit)
        }
    }

    private func error(
        _ refusal: Handover.Refusal, _ way: HandoverWay, _ language: Language
    ) throws -> FieldError {
        let words = language.handovers
        switch refusal {
        case .notYours: throw Problem.notFound
        case .notPossible: return FieldError("to", words.notPossible)
        case .noSuchTalk: return FieldError("talkDay", words.noSuchTalk)
        case .nobodyAgreed: return FieldError("persons", language.direction.nobodyAgreed)
        case .over, .notAgreed, .notTalked, .changed:
            return FieldError(way.isOfDirection ? "kind" : "to", words.changed)
        case .directs: return FieldError("to", words.directsFirst)
        }
    }

    private func page(_ way: HandoverWay, _ draft: DirectionDraft?, _ visit: Visit) async throws -> Response {
        let content = try await dossiers.direction(visit, proposing: way)
        guard content.mayPropose(way) else { throw Problem.notFound }
        if let open = content.open(way), draft == nil { return .seeOther(.handover(content.family, open.handover.id)) }
        let kind = way == .over ? Direction.Kind.careCoordination : content.now?.direction.kind
        let empty = DirectionDraft(kind: kind, review: visit.today + Direction.firstTerm, talkDay: visit.today)
        let page = HandoverStartPage(
            content, way, draft ?? empty, token: visit.token ?? "", form: installation.newForm(visit),
            language: visit.language)
        var frame = installation.familyFrame(visit, title: visit.language.handovers.title, for: content.reading)
        frame.isNarrow = true
        frame.isError = draft?.errors.isEmpty == false
        return .page(Layout(frame, page.html).html, status: frame.isError ? .badRequest : .ok)
    }
}

/// What was typed well.
private struct HandoverTyped {
    let what: Handover.Responsibility
    /// nil for who takes over.
    let to: ID<Account>?
    let reason: PlainText
    let talk: Handover.Talk?

    init?(_ draft: inout DirectionDraft, _ way: HandoverWay, _ language: Language) {
        let words = language.direction
        let reason = draft.checkedReason(language)
        var talkDay: Day?
        if way == .over {
            talkDay = draft.checkedDay("talkDay", draft.talkDay, language)
            if draft.persons.isEmpty { draft.errors.append(FieldError("persons", words.nobodyAgreed)) }
        } else if draft.to == nil {
            draft.errors.append(FieldError("to", language.handovers.toMissing))
        }
        guard let what = Self.what(&draft, way, language), let reason, draft.errors.isEmpty else { return nil }
        (self.what, self.reason) = (what, reason)
        to = way == .over ? nil : draft.to
        talk = talkDay.map {
            Handover.Talk(
                day: $0, present: draft.persons, agreed: draft.persons, storyConfirmed: draft.storyConfirmed,
                introduced: true)
        }
    }

    private static func what(
        _ draft: inout DirectionDraft, _ way: HandoverWay, _ language: Language
    ) -> Handover.Responsibility? {
        switch way {
        case .contact: return .contact
        case .help: return .help
        case .give, .over: break
        }
        if draft.kind == nil { draft.errors.append(FieldError("kind", language.direction.kindMissing)) }
        let review = draft.checkedDay("review", draft.review, language)
        guard let kind = draft.kind, let review else { return nil }
        return .direction(kind, review: review)
    }
}

extension HandoverWay {
    /// What the address or the form says; direction where it says nothing.
    fileprivate init(_ typed: String) { self = HandoverWay(rawValue: typed) ?? .give }

    fileprivate var isOfDirection: Bool { self == .give || self == .over }
}
