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

/// The forms by which direction changes without a handover: looked at again, of another kind, without its holder.
package struct DirectionFormPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        let direction = "families/:family/direction"
        router.get("\(direction)/review", use: { _, visit in try await page(.review, nil, visit) })
        router.post("\(direction)/review", use: review)
        router.get("\(direction)/kind", use: { _, visit in try await page(.kind, nil, visit) })
        router.post("\(direction)/kind", use: change)
        router.get("\(direction)/without", use: { _, visit in try await page(.without, nil, visit) })
        router.post("\(direction)/without", use: ask)
    }

    @Sendable private func review(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        var draft = DirectionDraft(form)
        guard let day = draft.checkedDay("review", draft.review, visit.language) else {
            return try await page(.review, draft, visit)
        }
        let (now, vault, ids, offers) = (visit.now, installation.vault, installation.ids, draft.offersSupport)
        return try await act(.review, draft, visit, form) { key, connection in
            try connection.reviewDirection(until: day, offersSupport: offers, at: now, ids: ids, key, vault)
        }
    }

    @Sendable private func change(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        var draft = DirectionDraft(form)
        let reason = draft.checkedReason(visit.language)
        let day = draft.checkedDay("review", draft.review, visit.language)
        if draft.kind == nil { draft.errors.append(FieldError("kind", visit.language.direction.kindMissing)) }
        guard let reason, let day, let kind = draft.kind else { return try await page(.kind, draft, visit) }
        let (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        return try await act(.kind, draft, visit, form) { [draft] key, connection in
            try connection.changeKind(
                to: kind, review: day, because: reason, agreedBy: draft.persons, offersSupport: draft.offersSupport,
                at: now, ids: ids, key, vault)
        }
    }

    @Sendable private func ask(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let words = visit.language.direction
        var draft = DirectionDraft(form)
        let reason = draft.checkedReason(visit.language)
        let day = draft.checkedDay("review", draft.review, visit.language)
        if draft.kind == nil { draft.errors.append(FieldError("kind", words.kindMissing)) }
        if draft.cause == nil { draft.errors.append(FieldError("cause", words.causeMissing)) }
        if Promise.Owner(formValue: draft.second) == nil {
            draft.errors.append(FieldError("second", words.secondMissing))
        }
        guard let reason, let day, let kind = draft.kind, let cause = draft.cause,
            let second = Promise.Owner(formValue: draft.second),
            [.safety, .absence, .kind].contains(cause)
        else { return try await page(.without, draft, visit) }
        let asked = DirectionToConfirm(
            id: installation.ids.next(at: visit.now), kind: kind, cause: cause, by: try visit.account().id,
            asked: visit.now, review: day, reason: nil)
        let (vault, ids) = (installation.vault, installation.ids)
        return try await act(.without, draft, visit, form) { key, connection in
            try connection.askSecond(asked, because: reason, asking: second, ids: ids, key, vault)
        }
    }

    private func act(
        _ which: DirectionForm, _ draft: DirectionDraft, _ visit: Visit, _ form: FormBody,
        _ act: @escaping @Sendable (borrowing DossierKey, Connection) throws -> Void
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let words = visit.language.direction
        var draft = draft
        do {
            let done = try await dossiers.change(family, visit, form, at: ItemName(.direction, family)) {
                try act($0, $1)
                return .direction(family)
            }
            guard let done else { throw Problem.notFound }
            await live.wrote(in: family)
            return .seeOther(done)
        } catch let refusal as DirectionRefusal {
            switch refusal {
            case .notYours: throw Problem.notFound
            case .reviewOutside: draft.errors.append(FieldError("review", words.reviewOutside))
            case .nobodyAgreed: draft.errors.append(FieldError("persons", words.nobodyAgreed))
            case .secondMissing: draft.errors.append(FieldError("second", words.secondMissing))
            case .notForFamily, .changed: draft.errors.append(FieldError("kind", words.kindMissing))
            }
            return try await page(which, draft, visit)
        } catch is SecondProfessional.Refusal {
            draft.errors.append(FieldError("second", words.secondMissing))
            return try await page(which, draft, visit)
        }
    }

    private func page(_ which: DirectionForm, _ draft: DirectionDraft?, _ visit: Visit) async throws -> Response {
        let content = try await dossiers.direction(visit)
        guard which.isFor(content), let now = content.now?.direction else { throw Problem.notFound }
        let empty = DirectionDraft(kind: which == .review ? nil : now.kind, review: visit.today + Direction.firstTerm)
        let page = DirectionFormPage(
            which, content, draft ?? empty, token: visit.token ?? "", form: installation.newForm(visit),
            language: visit.language)
        var frame = installation.familyFrame(visit, title: page.title, for: content.reading)
        frame.isNarrow = true
        frame.isError = draft?.errors.isEmpty == false
        return .page(Layout(frame, page.html).html, status: frame.isError ? .badRequest : .ok)
    }
}

/// Which of the forms.
enum DirectionForm: String {
    case review, kind, without

    /// Whether the reader has anything to do with it.
    func isFor(_ content: DirectionContent) -> Bool {
        switch self {
        case .review: content.now.map { content.reading.mayReview($0.direction) } ?? false
        case .kind: content.isHolder
        case .without: content.reading.mayTakeOver
        }
    }
}
