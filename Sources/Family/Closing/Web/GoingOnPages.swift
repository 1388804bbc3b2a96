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

/// Somebody who turned 18 chooses who stays around them.
package struct GoingOnPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/going-on", use: show)
        router.post("families/:family/going-on", use: choose)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let person = request.uri.queryParameters["person"].flatMap { ID<Person>(String($0)) }
        return try await page(visit, visit.typed.map { GoingOnDraft($0) } ?? GoingOnDraft(of: person, on: visit.today))
    }

    @Sendable private func choose(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let form = try await FormBody.read(request)
        var draft = GoingOnDraft(form)
        let shown = Set(form.ids("shown", Membership.self))
        draft.look(visit.language, at: visit.today)
        guard draft.errors.isEmpty, let kept = draft.kept(of: shown) else { return try await page(visit, draft) }
        do {
            let done = try await dossiers.change(
                family, visit, form, at: ItemName(.circle, family), choosing(kept, of: shown, draft, visit))
            guard let done else { throw Problem.notFound }
            await live.wrote(in: family)
            return .seeOther(done)
        } catch let refusal as GoingOn.Refusal {
            return try await page(visit, draft, refused: refusal)
        } catch is Ending.Refusal {
            let words = visit.language.goingOn
            return try await page(visit, draft, notice: Notice(.near, words.nobodyLeft, words.nobodyLeftText))
        }
    }

    private func choosing(
        _ kept: Set<ID<Membership>>, of shown: Set<ID<Membership>>, _ draft: GoingOnDraft, _ visit: Visit
    ) -> @Sendable (borrowing DossierKey, Connection) throws -> Link {
        let (now, vault, ids, person) = (visit.now, installation.vault, installation.ids, draft.person)
        let (how, day) = (draft.how ?? .spoken, Day(draft.day) ?? visit.today)
        return { key, connection in
            guard let person else {
                try connection.choose(kept, shown: shown, at: now, ids: ids, key, vault)
                return .circle(key.family)
            }
            try connection.note(
                kept, shown: shown, heardFrom: person, how, on: day, at: now, ids: ids, key, vault)
            // Who wrote down that they leave may read nothing there any more.
            let stays = key.reading.membership.map { kept.contains($0.id) || !shown.contains($0.id) } ?? true
            return stays ? .circle(key.family) : .today
        }
    }

    private func page(
        _ visit: Visit, _ draft: GoingOnDraft, refused refusal: GoingOn.Refusal
    ) async throws -> Response {
        let words = visit.language.goingOn
        switch refusal {
        case .notYours: throw Problem.notFound
        case .changed: return try await page(visit, draft, notice: Notice(.near, words.changed, words.changedText))
        case .heardOutside:
            var draft = draft
            draft.errors = [FieldError("day", visit.language.heardGoingOn.dayWrong)]
            return try await page(visit, draft)
        }
    }

    private func page(_ visit: Visit, _ draft: GoingOnDraft, notice: Notice? = nil) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.circle, family))
        let asked = draft.person
        let found = try await dossiers.read(family, look) {
            key, connection -> Found<(GoingOnSight, Reading, String?)>? in
            guard let sight = try connection.goingOn(key, askedInPerson: asked) else { return nil }
            return Found((sight, key.reading, try key.name(of: sight.person)), about: [sight.person])
        }
        guard let (sight, reading, name) = found else { throw Problem.notFound }
        let page = GoingOnPage(
            language: visit.language, family: family, sight: sight,
            name: asked.map { _ in name ?? visit.language.circle.erased }, draft: draft, notice: notice,
            token: visit.token ?? "", form: installation.newForm(visit))
        var frame = installation.familyFrame(visit, title: page.title, for: reading)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(
            Layout(frame, page.html).html, status: frame.isError ? .badRequest : notice == nil ? .ok : .conflict)
    }
}
