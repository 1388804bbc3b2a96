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

/// Reading how safe it is, letting the family read it, and weighing what contradicts.
package struct IndicationPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/indications", use: list)
        router.get("families/:family/indications/:indication", use: show)
        router.post("families/:family/indications/:indication/release", use: release)
        router.post("families/:family/indications/:indication/weighing", use: weigh)
    }

    @Sendable private func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.indication, family))
        let found = try await dossiers.read(family, look) { key, connection -> Found<IndicationList>? in
            let sights = try connection.indications(key)
            guard key.reading.findsIndications || !sights.isEmpty else { return nil }
            let list = IndicationList(
                family: key.family, reading: key.reading, circle: try connection.circle(key, withEnded: true),
                sights: sights)
            return Found(list, about: Set(sights.map(\.indication.person)))
        }
        guard let found else { throw Problem.notFound }
        let page = IndicationListPage(found, today: visit.today, language: visit.language)
        return answer(page.html, found.reading, isError: false, visit)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit.typed.map { ReleaseDraft($0) } ?? ReleaseDraft(on: visit.today), visit)
    }

    @Sendable private func release(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        return try await installation.handingBack([form.text("talk")], visit) { try await released(form, visit) }
    }

    private func released(_ form: FormBody, _ visit: Visit) async throws -> Response {
        var draft = ReleaseDraft(form)
        let words = visit.language.risks
        let talk = form.needed("talk", words.talkMissing, visit.language, &draft.errors)
        let day = Day(draft.discussed)
        if day == nil { draft.errors.append(FieldError("discussed", words.notDiscussedThen)) }
        guard let talk, let day, draft.errors.isEmpty else { return try await page(draft, visit) }
        let (vault, now) = (installation.vault, visit.now)
        return try await act(form, draft, visit) { id, key, connection in
            try connection.release(id, discussed: day, saying: talk, at: now, key, vault)
        }
    }

    @Sendable private func weigh(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        return try await installation.handingBack([form.text("weighed")], visit) { try await weighed(form, visit) }
    }

    private func weighed(_ form: FormBody, _ visit: Visit) async throws -> Response {
        var draft = ReleaseDraft(form)
        let text = form.needed("weighed", visit.language.risks.weighMissing, visit.language, &draft.errors)
        guard let text else { return try await page(draft, visit) }
        let (vault, now) = (installation.vault, visit.now)
        return try await act(form, draft, visit) { id, key, connection in
            try connection.weigh(id, saying: text, at: now, key, vault)
        }
    }

    /// - Throws: ``Problem/notFound`` for who may not, or comes too late.
    private func act(
        _ form: FormBody, _ draft: ReleaseDraft, _ visit: Visit,
        _ act: @escaping @Sendable (ID<RiskIndication>, borrowing DossierKey, Connection) throws -> Void
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<RiskIndication> = try visit.id("indication")
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        do {
            let look = try visit.look(.update, at: ItemName(.indication, id))
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                guard let sight = try connection.indication(id, key) else { return nil }
                try act(id, key, connection)
                return Found("", about: [sight.indication.person])
            }
            guard done != nil else { throw Problem.notFound }
        } catch let refusal as RiskIndication.Refusal {
            guard let error = visit.language.risks.error(refusal) else { throw Problem.notFound }
            var draft = draft
            draft.errors.append(error)
            return try await page(draft, visit)
        }
        await live.wrote(in: family)
        return .seeOther(.indication(family, id))
    }

    private func page(_ draft: ReleaseDraft, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<RiskIndication> = try visit.id("indication")
        let look = try visit.look(.read, at: ItemName(.indication, id))
        let found = try await dossiers.read(family, look) { key, connection -> Found<IndicationContent>? in
            guard let sight = try connection.indication(id, key) else { return nil }
            let content = IndicationContent(
                family: key.family, reading: key.reading, circle: try connection.circle(key, withEnded: true),
                sight: sight, weighings: try connection.weighings(of: sight.indication, key),
                weighs: try connection.owesWeighing(of: sight.indication, key))
            return Found(content, about: [sight.indication.person])
        }
        guard let found else { throw Problem.notFound }
        let page = IndicationPage(
            found, draft, today: visit.today, token: visit.token ?? "", form: installation.newForm(visit),
            language: visit.language)
        return answer(page.html, found.reading, isError: !draft.errors.isEmpty, visit)
    }

    private func answer(_ html: HTML, _ reading: Reading, isError: Bool, _ visit: Visit) -> Response {
        var frame = installation.familyFrame(visit, title: visit.language.risks.tab, for: reading)
        frame.isNarrow = true
        frame.isError = isError
        return .page(Layout(frame, html).html, status: isError ? .badRequest : .ok)
    }
}

/// That an indication was discussed, or weighed, as it was typed.
struct ReleaseDraft: Equatable {
    var discussed: String
    var talk = ""
    var weighed = ""
    var errors: [FieldError] = []

    init(on today: Day) { discussed = today.iso }

    init(_ form: FormBody) {
        (discussed, talk, weighed) = (form.text("discussed"), form.text("talk"), form.text("weighed"))
    }
}
