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

/// What ends soon is asked again, together, when the plan is evaluated.
package struct RenewalPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/consents/renewal", use: show)
        router.post("families/:family/consents/renewal", use: renew)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit, chosen: nil, until: "", errors: [])
    }

    @Sendable private func renew(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let chosen = Set(form.ids("consents", Consent.self))
        var errors: [FieldError] = []
        if chosen.isEmpty { errors.append(FieldError("consents", visit.language.renewal.missing)) }
        let until = Day(form.text("until"))
        if until == nil { errors.append(FieldError("until", visit.language.consentForm.noDay)) }
        guard errors.isEmpty, let until else {
            return try await page(visit, chosen: chosen, until: form.text("until"), errors: errors)
        }
        let (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        do {
            let look = try visit.look(.create, at: ItemName(.consent, family))
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                try connection.renew(chosen, until: until, at: now, ids: ids, key, vault)
                return Found(Link.consents(key.family).text, about: Set(key.reading.covered.keys))
            }
            guard done != nil else { throw Problem.notFound }
        } catch let refusal as ConsentRefusal {
            guard refusal == .termIsWrong else { throw Problem.notFound }
            let wrong = [FieldError("until", visit.language.consentForm.termIsWrong)]
            return try await page(visit, chosen: chosen, until: form.text("until"), errors: wrong)
        }
        await live.wrote(in: family)
        return .seeOther(.consents(family))
    }

    private func page(
        _ visit: Visit, chosen: Set<ID<Consent>>?, until: String, errors: [FieldError]
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.consent, family))
        let (now, today) = (visit.now, visit.today)
        let content = try await dossiers.read(family, look) { key, connection in
            let covered = key.reading.covered.keys
            guard covered.contains(where: { key.reading.mayInvite(for: [$0], on: today) }) else {
                return Found<([KeptConsent], CircleSight, Reading)>?.none
            }
            let found = (try connection.consentsToRenew(at: now, key), try connection.circle(key), key.reading)
            return Found(found, about: Set(covered))
        }
        guard let (consents, circle, reading) = content else { throw Problem.notFound }
        let names = ConsentNames(circle: circle, reading: reading, language: visit.language)
        let page = RenewalPage(
            language: visit.language, family: family,
            choices: consents.map { kept in
                Choices.Choice(
                    kept.consent.id.text,
                    visit.language.consent.question(kept.consent.asked, names.party(kept)),
                    text: [
                        names.what(kept),
                        visit.language.renewal.ends(
                            names.until(kept.consent.until), about: names.persons(kept.consent.persons)),
                    ].joined(separator: " "), isChosen: chosen?.contains(kept.consent.id) ?? true)
            }, until: until, errors: errors, token: visit.token ?? "", form: installation.newForm(visit))
        var frame = installation.familyFrame(visit, title: visit.language.renewal.title, for: reading)
        frame.isNarrow = true
        frame.isError = !errors.isEmpty
        return .page(Layout(frame, page.html).html, status: errors.isEmpty ? .ok : .badRequest)
    }
}

/// What ends soon, chosen at once, with one day until which it is asked.
struct RenewalPage: Equatable {
    let language: Language
    let family: ID<Family>
    let choices: [Choices.Choice]
    let until: String
    let errors: [FieldError]
    let token: String
    let form: FormID

    private var words: any RenewalWords { language.renewal }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: choices.isEmpty ? language.consent.nothing : words.lead,
            above: More(.consents(family), language.consent.toTable),
            errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
        \(if: !choices.isEmpty, asking)
        """
    }

    private var asking: HTML {
        FamilyForm(
            action: .renewal(family), page: .renewal(family), token: token, form: form,
            content: """
                \(Choices(language, "consents", legend: words.which, error: errors["consents"], .several, choices))
                \(Field(language, "until", label: words.until, hint: language.consentForm.untilHint, value: until,
                    error: errors["until"], kind: .date))
                """,
            buttons: [Button(words.button, .submit())]
        ).html
    }
}

extension Link {
    static func renewal(_ family: ID<Family>) -> Link { "/families/\(family)/consents/renewal" }
}
