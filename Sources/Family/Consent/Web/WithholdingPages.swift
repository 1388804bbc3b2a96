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

/// Not telling a person something yet, and telling it: for professionals who plan with them, and nobody else.
package struct WithholdingPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/persons/:person/withholdings", use: list)
        router.post("families/:family/persons/:person/withholdings", use: withhold)
        router.get("families/:family/withholdings/:withholding", use: show)
        router.post("families/:family/withholdings/:withholding/telling", use: tell)
        router.post("families/:family/withholdings/:withholding/review", use: review)
    }

    @Sendable private func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let draft = WithholdingDraft(review: (visit.today + Withholding.usual).iso)
        return try await listPage(visit.typed.map { WithholdingDraft($0) } ?? draft, visit)
    }

    @Sendable private func withhold(_ request: Request, _ visit: Visit) async throws -> Response {
        let person: ID<Person> = try visit.id("person")
        let form = try await FormBody.read(request)
        var draft = WithholdingDraft(form)
        guard let typed = draft.typed(form, visit.language) else { return try await listPage(draft, visit) }
        let (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        let id: ID<Withholding> = ids.next(at: now)
        do {
            return try await act(visit, form, to: { .withholding($0, id) }) { key, connection in
                let withholding = try Withholding(id, from: person, by: key.reading, review: typed.review, at: now)
                try connection.withhold(
                    withholding, typed.what, because: typed.reason, asking: typed.second, ids: ids, key, vault)
            }
        } catch Withholding.Refusal.reviewOutside {
            draft.errors.append(FieldError("review", visit.language.withholding.reviewOutside))
        } catch is SecondProfessional.Refusal {
            draft.errors.append(FieldError("second", visit.language.withholding.secondMissing))
        }
        return try await listPage(draft, visit)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit.typed?.text("review") ?? "", [], visit)
    }

    @Sendable private func tell(_ request: Request, _ visit: Visit) async throws -> Response {
        let id: ID<Withholding> = try visit.id("withholding")
        let form = try await FormBody.read(request)
        let (now, vault) = (visit.now, installation.vault)
        return try await act(visit, form, to: { .withholding($0, id) }) { key, connection in
            try connection.tell(id, at: now, key, vault)
        }
    }

    @Sendable private func review(_ request: Request, _ visit: Visit) async throws -> Response {
        let id: ID<Withholding> = try visit.id("withholding")
        let form = try await FormBody.read(request)
        let outside = [FieldError("review", visit.language.withholding.reviewOutside)]
        guard let day = Day(form.text("review")) else { return try await page(form.text("review"), outside, visit) }
        let (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        do {
            return try await act(visit, form, to: { .withholding($0, id) }) { key, connection in
                try connection.review(id, until: day, at: now, ids: ids, key, vault)
            }
        } catch Withholding.Refusal.reviewOutside {
            return try await page(form.text("review"), outside, visit)
        }
    }

    /// Carries out an act; whoever comes too late finds it as it is now.
    ///
    /// It is about nobody in the log, as a line there would tell of it.
    private func act(
        _ visit: Visit, _ form: FormBody, to link: @escaping @Sendable (ID<Family>) -> Link,
        _ deed: @escaping @Sendable (borrowing DossierKey, Connection) throws -> Void
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let look = try visit.look(.update, at: ItemName(.consent, family))
        do {
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                try deed(key, connection)
                return Found(link(key.family).text, about: [])
            }
            guard let done = done.flatMap({ Link(local: $0) }) else { throw Problem.notFound }
            return .seeOther(done)
        } catch Withholding.Refusal.notYours {
            throw Problem.notFound
        } catch Withholding.Refusal.over {
            return .seeOther(link(family))
        }
    }

    private func listPage(_ draft: WithholdingDraft, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let person: ID<Person> = try visit.id("person")
        let look = try visit.look(.read, at: ItemName(.consent, family))
        let found = try await dossiers.read(family, look) { key, connection in
            try connection.withholdings(from: person, key).map { sights in
                let content = WithholdingContent(
                    family: key.family, person: person, reading: key.reading, circle: try connection.circle(key),
                    sights: sights, candidates: try connection.secondProfessionals(about: [person], key))
                return Found(content, about: [])
            }
        }
        guard let content = found else { throw Problem.notFound }
        let page = WithholdingListPage(
            content: content, draft: draft, token: visit.token ?? "", form: installation.newForm(visit),
            language: visit.language)
        return answer(page.html, content.reading, visit, isError: !draft.errors.isEmpty)
    }

    private func page(_ typed: String, _ errors: [FieldError], _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Withholding> = try visit.id("withholding")
        let look = try visit.look(.read, at: ItemName(.consent, id))
        let found = try await dossiers.read(family, look) { key, connection in
            try connection.withholding(id, key).map {
                Found(($0, try connection.circle(key, withEnded: true), key.reading), about: [])
            }
        }
        guard let (sight, circle, reading) = found else { throw Problem.notFound }
        let names = ConsentNames(circle: circle, reading: reading, language: visit.language)
        let review = typed.isEmpty ? (visit.today + Withholding.usual).iso : typed
        let page = WithholdingPage(
            family: family, sight: sight, names: names, review: review, errors: errors, token: visit.token ?? "",
            forms: (installation.newForm(visit), installation.newForm(visit)))
        return answer(page.html, reading, visit, isError: !errors.isEmpty)
    }

    private func answer(_ html: HTML, _ reading: Reading, _ visit: Visit, isError: Bool) -> Response {
        var frame = installation.familyFrame(visit, title: visit.language.withholding.title, for: reading)
        frame.isNarrow = true
        frame.isError = isError
        return .page(Layout(frame, html).html, status: isError ? .badRequest : .ok)
    }
}

extension Withholding {
    /// After how many days one looks again, unless another day is chosen.
    static let usual = 14
}

extension Link {
    static func withholdings(_ family: ID<Family>, from person: ID<Person>) -> Link {
        "/families/\(family)/persons/\(person)/withholdings"
    }
    static func withholding(_ family: ID<Family>, _ id: ID<Withholding>) -> Link {
        "/families/\(family)/withholdings/\(id)"
    }
    static func withholdingTelling(_ family: ID<Family>, _ id: ID<Withholding>) -> Link {
        "/families/\(family)/withholdings/\(id)/telling"
    }
    static func withholdingReview(_ family: ID<Family>, _ id: ID<Withholding>) -> Link {
        "/families/\(family)/withholdings/\(id)/review"
    }
}
