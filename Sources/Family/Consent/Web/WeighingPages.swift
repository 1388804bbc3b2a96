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

/// What the professional in charge weighs, now that somebody of the family ended what was shared.
package struct WeighingPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/weighings/:weighing", use: show)
        router.post("families/:family/weighings/:weighing/outcome", use: weigh)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit, text: "", errors: [])
    }

    @Sendable private func weigh(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Promise> = try visit.id("weighing")
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        var errors: [FieldError] = []
        let words = visit.language.weighing
        guard let text = form.paragraphs("outcome", missing: words.missing, limit: 4_000, visit.language, &errors)
        else { return try await page(visit, text: form.text("outcome"), errors: errors) }
        let (now, vault) = (visit.now, installation.vault)
        do {
            let look = try visit.look(.update, at: ItemName(.promise, id))
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                guard let weighing = try connection.weighing(id, key) else { return nil }
                try connection.weighed(weighing, text, at: now, key, vault)
                return Found(Link.weighing(key.family, id).text, about: [])
            }
            guard done != nil else { throw Problem.notFound }
        } catch is Weighing.Refusal {
            // A colleague was first: the page says so.
        }
        return .seeOther(.weighing(family, id))
    }

    private func page(_ visit: Visit, text: String, errors: [FieldError]) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Promise> = try visit.id("weighing")
        let look = try visit.look(.read, at: ItemName(.promise, id))
        // About nobody in the log: a line there would tell the family that there is something to weigh.
        let found = try await dossiers.read(family, look) { key, connection in
            try connection.weighing(id, key).map { weighing in
                let kept = try weighing.consent.flatMap { try connection.consent($0, key) }
                let circle = try connection.circle(key, withEnded: true)
                return Found((weighing, kept, circle, key.reading), about: [])
            }
        }
        guard let (weighing, kept, circle, reading) = found else { throw Problem.notFound }
        let names = ConsentNames(circle: circle, reading: reading, language: visit.language)
        let page = WeighingPage(
            language: visit.language, family: family, weighing: weighing,
            ended: kept.map(names.party) ?? weighing.membership.flatMap(names.member) ?? "",
            by: names.account(weighing.endedBy), persons: names.persons(weighing.persons), text: text, errors: errors,
            token: visit.token ?? "", form: installation.newForm(visit))
        var frame = installation.familyFrame(visit, title: visit.language.weighing.title, for: reading)
        frame.isNarrow = true
        frame.isError = !errors.isEmpty
        return .page(Layout(frame, page.html).html, status: errors.isEmpty ? .ok : .badRequest)
    }
}

/// What ended, and what is weighed.
struct WeighingPage: Equatable {
    let language: Language
    let family: ID<Family>
    let weighing: Weighing
    let ended: String
    let by: String
    let persons: String
    let text: String
    let errors: [FieldError]
    let token: String
    let form: FormID

    private var words: any WeighingWords { language.weighing }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: words.lead, above: More(.circle(family), language.invitations.toCircle),
            errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
        \(Facts([
            Facts.Fact(words.ended, ended), Facts.Fact(words.by, by), Facts.Fact(language.consent.about, persons),
            Facts.Fact(words.since, language.dateInside(weighing.ended.day)),
        ]))
        \(weighing.isOpen ? asking : Notice(.good, words.done).html)
        """
    }

    private var asking: HTML {
        FamilyForm(
            action: .weighed(family, weighing.id), page: .weighing(family, weighing.id), token: token, form: form,
            content: """
                <p>\(words.text)</p>
                \(Field(
                    language, "outcome", label: words.outcome, hint: words.hint, value: text,
                    error: errors["outcome"], kind: .paragraphs(rows: 5)))
                """,
            buttons: [Button(words.button, .submit())]
        ).html
    }
}

extension ConsentNames {
    /// A member, who may have left.
    func member(_ id: ID<Membership>) -> String? {
        circle.members.first { $0.membership.id == id }?.face.map {
            [$0.name, $0.function].filter { !$0.isEmpty }.joined(separator: ", ")
        }
    }
}
