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

/// Saying yes to less than was asked, in one's own words.
package struct NarrowerPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/consents/:consent/narrower", use: show)
        router.post("families/:family/consents/:consent/narrower", use: narrow)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit.typed, [], visit)
    }

    @Sendable private func narrow(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Consent> = try visit.id("consent")
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let words = visit.language.consentForm
        var errors: [FieldError] = []
        let what = form.paragraphs("what", missing: words.whatMissing, limit: 500, visit.language, &errors)
        let until = Day(form.text("until"))
        if until == nil, !form.text("until").isEmpty { errors.append(FieldError("until", words.noDay)) }
        guard errors.isEmpty, let what else { return try await page(form, errors, visit) }
        let (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        let new: ID<Consent> = ids.next(at: now)
        do {
            let look = try visit.look(.update, at: ItemName(.consent, id))
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                guard let kept = try connection.consent(id, key) else { return nil }
                try connection.narrow(kept, to: what, until: until, as: new, at: now, ids: ids, key, vault)
                return Found(Link.consent(key.family, new).text, about: kept.consent.persons)
            }
            guard let link = done.flatMap({ Link(local: $0) }) else { throw Problem.notFound }
            await live.wrote(in: family)
            return .seeOther(link)
        } catch let refusal as Consent.Refusal {
            // Who is too late sees how it stands now.
            guard refusal == .over else { throw Problem.notFound }
            return .seeOther(.consent(family, id))
        } catch let refusal as ConsentRefusal {
            return try await page(form, [try error(refusal, visit.language)], visit)
        }
    }

    private func error(_ refusal: ConsentRefusal, _ language: Language) throws -> FieldError {
        switch refusal {
        case .termIsWrong: FieldError("until", language.consentForm.termIsWrong)
        case .nobodyDecides(_, let reason): FieldError("what", language.consent.reason(reason))
        case .forNobody, .notYoursToAsk: throw Problem.notFound
        }
    }

    private func page(_ typed: FormBody?, _ errors: [FieldError], _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Consent> = try visit.id("consent")
        let (now, language) = (visit.now, visit.language)
        let look = try visit.look(.read, at: ItemName(.consent, id))
        let found = try await dossiers.read(family, look) {
            key, connection -> Found<(KeptConsent, CircleSight, Reading)>? in
            guard let kept = try connection.consent(id, key), !kept.narrowable(by: key.reading, at: now).isEmpty else {
                return nil
            }
            return Found((kept, try connection.circle(key), key.reading), about: kept.consent.persons)
        }
        guard let (kept, circle, reading) = found else { throw Problem.notFound }
        let names = ConsentNames(circle: circle, reading: reading, language: language)
        let (words, asked) = (language.consentForm, kept.consent.asked)
        let fields: HTML = """
            \(Field(language, "what", label: words.what(asked), hint: language.consent.narrowerHint,
                value: typed?.text("what") ?? kept.letter?.what ?? "", error: errors["what"], kind: .paragraphs(rows: 3)))
            \(Field(language, "until", label: words.until(asked),
                value: typed?.text("until") ?? kept.consent.until?.iso ?? "", error: errors["until"], kind: .date))
            """
        let html: HTML = """
            \(PageHead(
                language.consent.narrower, lead: language.consent.narrowerText,
                above: More(.consent(family, id), language.consent.question(asked, names.party(kept))),
                errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
            \(FamilyForm(
                action: .narrowerConsent(family, id), page: .narrowerConsent(family, id), token: visit.token ?? "",
                form: installation.newForm(visit), content: fields,
                buttons: [Button(language.consent.narrowerButton, .submit())]).html)
            """
        var frame = installation.familyFrame(visit, title: language.consent.narrower, for: reading)
        frame.isNarrow = true
        frame.isError = !errors.isEmpty
        return .page(Layout(frame, html).html, status: errors.isEmpty ? .ok : .badRequest)
    }
}

extension Link {
    static func narrowerConsent(_ family: ID<Family>, _ id: ID<Consent>) -> Link {
        "/families/\(family)/consents/\(id)/narrower"
    }
}
