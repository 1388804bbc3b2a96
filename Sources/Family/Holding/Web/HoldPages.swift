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

/// Holding something from named readers, and deciding about what is held, by professionals.
///
/// For anybody else, those from whom it is held before all, these pages are not there.
package struct HoldPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/holds", use: list)
        router.get("families/:family/holds/new", use: new)
        router.post("families/:family/holds", use: propose)
        router.get("families/:family/holds/:hold", use: show)
        router.post("families/:family/holds/:hold/answer", use: answer)
        router.post("families/:family/holds/:hold/decision", use: decide)
    }

    @Sendable private func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.hold, family))
        guard let found = try await dossiers.holds(in: family, look) else { throw Problem.notFound }
        let page = HoldListPage(family, found, today: visit.today, language: visit.language)
        var frame = installation.familyFrame(visit, title: visit.language.holds.title, for: found.reading)
        frame.isNarrow = true
        return .page(Layout(frame, page.html).html)
    }

    // MARK: Proposing

    @Sendable private func new(_ request: Request, _ visit: Visit) async throws -> Response {
        let item = request.uri.queryParameters["item"].flatMap { ItemName(formValue: String($0)) }
        guard let item else { throw Problem.notFound }
        var draft = HoldDraft(review: (visit.today + Hold.term).iso)
        if let typed = visit.typed { draft = HoldDraft(typed) }
        return try await newPage(item, draft, visit)
    }

    @Sendable private func propose(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }),
            let item = ItemName(formValue: form.text("item"))
        else { throw Problem.malformed }
        var draft = HoldDraft(form)
        let missing = visit.language.holds.fromMissing
        guard let typed = HoldTyped(form, &draft, missing: missing, visit.language) else {
            return try await newPage(item, draft, visit)
        }
        let id: ID<Hold> = installation.ids.next(at: visit.now)
        let look = try visit.look(.create, at: ItemName(.hold, id))
        let (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        do {
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                guard let found = try connection.holdable(item, look, key) else { return nil }
                let hold = try Hold(
                    id, of: found.item, about: found.about, from: typed.from, fromPersons: typed.fromPersons,
                    by: key.reading.reader, asking: typed.second, organisation: key.reading.onBehalfOf, at: now,
                    reviewBy: typed.review)
                try connection.hold(
                    HoldToMake(hold, because: typed.reason, asking: typed.second), ids: ids, key, vault)
                return Found(Link.hold(key.family, id).text, about: found.about)
            }
            guard let link = done.flatMap({ Link(local: $0) }) else { throw Problem.notFound }
            await live.wrote(in: family)
            return .seeOther(link)
        } catch let refusal as Hold.Refusal {
            draft.errors.append(refusal.error(visit.language))
        } catch is SecondProfessional.Refusal {
            draft.errors.append(FieldError("second", visit.language.holds.secondMissing))
        }
        return try await newPage(item, draft, visit)
    }

    private func newPage(_ item: ItemName, _ draft: HoldDraft, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.hold, family))
        let content = try await dossiers.read(family, look) { key, connection -> Found<HoldFormContent>? in
            guard let found = try connection.holdable(item, look, key) else { return nil }
            let content = HoldFormContent(
                family: key.family, reading: key.reading, item: found, circle: try connection.circle(key),
                candidates: try connection.secondProfessionals(about: found.about, key))
            return Found(content, about: found.about)
        }
        guard let content else { throw Problem.notFound }
        let page = HoldFormPage(
            content, draft, token: visit.token ?? "", form: installation.newForm(visit), language: visit.language)
        var frame = installation.familyFrame(visit, title: visit.language.holds.title, for: content.reading)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : .badRequest)
    }

    // MARK: Deciding

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit.typed.map { DecisionDraft($0) } ?? DecisionDraft(), visit)
    }

    @Sendable private func answer(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        var draft = DecisionDraft(form)
        let words = visit.language.holds
        guard let said = SecondProfessional.Answer(rawValue: draft.said) else {
            draft.errors.append(FieldError("said", words.saidMissing))
            return try await page(draft, visit)
        }
        var errors: [FieldError] = []
        let reason = form.optional("reason", limit: 2_000, visit.language.invitations.wrong, &errors)
        if said == .no, reason == nil, errors.isEmpty { errors.append(FieldError("reason", words.reasonMissing)) }
        draft.errors = errors
        guard errors.isEmpty else { return try await page(draft, visit) }
        return try await carryOut(.answer(said, because: reason), draft, visit)
    }

    @Sendable private func decide(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        var draft = DecisionDraft(form)
        let words = visit.language.holds
        let what = draft.what == Hold.Decision.release.rawValue ? Hold.Decision.release : .stay
        if draft.what.isEmpty { draft.errors.append(FieldError("what", words.whatMissing)) }
        let reason = form.needed("reason", words.reasonMissing, visit.language, &draft.errors)
        let second = Promise.Owner(formValue: draft.second)
        if second == nil { draft.errors.append(FieldError("second", words.secondMissing)) }
        guard let reason, let second, draft.errors.isEmpty else { return try await page(draft, visit) }
        return try await carryOut(.propose(what, because: reason, asking: second), draft, visit)
    }

    /// Who comes too late gets the page as it is now.
    private func carryOut(_ deed: HoldDeed, _ draft: DecisionDraft, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Hold> = try visit.id("hold")
        var draft = draft
        do {
            let look = try visit.look(.update, at: ItemName(.hold, id))
            guard try await dossiers.decide(deed, about: id, in: family, ids: installation.ids, look) else {
                throw Problem.notFound
            }
        } catch SecondProfessional.Refusal.notPossible, SecondProfessional.Refusal.secondIsFirst {
            draft.errors.append(FieldError("second", visit.language.holds.secondMissing))
            return try await page(draft, visit)
        } catch is Hold.Refusal {
        } catch is SecondProfessional.Refusal {}
        await live.wrote(in: family)
        return .seeOther(.hold(family, id))
    }

    private func page(_ draft: DecisionDraft, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Hold> = try visit.id("hold")
        let look = try visit.look(.read, at: ItemName(.hold, id))
        guard let sight = try await dossiers.hold(id, in: family, look) else { throw Problem.notFound }
        let page = HoldPage(
            sight, draft, now: visit.now, token: visit.token ?? "",
            forms: (installation.newForm(visit), installation.newForm(visit)), language: visit.language)
        var frame = installation.frame(visit, title: visit.language.holds.title)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        frame.leavesQuickly = true
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : .badRequest)
    }
}

extension Hold.Refusal {
    fileprivate func error(_ language: Language) -> FieldError {
        let words = language.holds
        return switch self {
        case .reviewOutsideTwoWeeks: FieldError("review", words.reviewTooLate)
        case .fromWhoDecides: FieldError("second", words.secondIsFrom)
        case .fromNobody, .notYours, .notTrained, .decidedMeanwhile: FieldError("from", words.fromMissing)
        }
    }
}
