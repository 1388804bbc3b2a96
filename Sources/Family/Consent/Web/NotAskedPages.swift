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

/// Not asking somebody who must agree to what is asked already, because asking is dangerous.
package struct NotAskedPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/consents/:consent/not-asked", use: show)
        router.post("families/:family/consents/:consent/not-asked", use: leaveOut)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit.typed.map { NotAskedDraft($0) } ?? NotAskedDraft(), [], visit)
    }

    @Sendable private func leaveOut(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Consent> = try visit.id("consent")
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let draft = NotAskedDraft(form)
        var errors: [FieldError] = []
        if !draft.isBegun { errors.append(FieldError("unasked", visit.language.notAsked.whoMissing)) }
        guard let leaving = draft.typed(form, visit.language, &errors), errors.isEmpty else {
            return try await page(draft, errors, visit)
        }
        let (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        do {
            let look = try visit.look(.update, at: ItemName(.consent, id))
            // About nobody in the log: a line there would tell of it.
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                guard let kept = try connection.consent(id, key), kept.mayLeaveOut(key.reading, at: now) else {
                    return nil
                }
                try connection.leaveOut(
                    leaving, of: kept.consent, kept.mustAgree, at: now, ids: ids, key, vault)
                return Found(Link.consent(key.family, id).text, about: [])
            }
            guard done != nil else { throw Problem.notFound }
        } catch let refusal as NotAsked.Refusal {
            return try await page(draft, [refusal.error(visit.language)], visit)
        } catch is SecondProfessional.Refusal {
            let missing = FieldError("unaskedSecond", visit.language.notAsked.secondMissing)
            return try await page(draft, [missing], visit)
        }
        await live.wrote(in: family)
        return .seeOther(.consent(family, id))
    }

    private func page(_ draft: NotAskedDraft, _ errors: [FieldError], _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Consent> = try visit.id("consent")
        let (now, language) = (visit.now, visit.language)
        let look = try visit.look(.read, at: ItemName(.consent, id))
        let found = try await dossiers.read(family, look) {
            key, connection -> Found<(KeptConsent, CircleSight, Reading, [SecondCandidate])>? in
            guard let kept = try connection.consent(id, key), kept.mayLeaveOut(key.reading, at: now) else { return nil }
            let candidates = try connection.secondProfessionals(about: kept.consent.persons, key)
            return Found((kept, try connection.circle(key), key.reading, candidates), about: [])
        }
        guard let (kept, circle, reading, candidates) = found else { throw Problem.notFound }
        let names = ConsentNames(circle: circle, reading: reading, language: language)
        let fields = NotAskedFields(
            language: language, draft: draft, errors: errors,
            persons: kept.canBeLeftOut.map { ($0, names.person($0)) }, candidates: candidates)
        let html: HTML = """
            \(PageHead(
                language.notAsked.title, lead: names.party(kept),
                above: More(.consent(family, id), language.consent.question(kept.consent.asked, names.party(kept))),
                errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
            \(FamilyForm(
                action: .notAsked(family, id), page: .notAsked(family, id), token: visit.token ?? "",
                form: installation.newForm(visit), content: fields.html,
                buttons: [Button(language.notAsked.button, .submit())]).html)
            """
        var frame = installation.familyFrame(visit, title: language.notAsked.title, for: reading)
        frame.isNarrow = true
        frame.isError = !errors.isEmpty
        return .page(Layout(frame, html).html, status: errors.isEmpty ? .ok : .badRequest)
    }
}

extension KeptConsent {
    /// Who must agree for somebody else, and is not left out yet.
    var canBeLeftOut: [ID<Person>] {
        let must = mustAgree.filter { consent.persons.contains($0.key) }.values
        let all = must.reduce(into: Set<ID<Person>>()) { $0.formUnion($1.persons) }
        return all.subtracting(consent.persons).subtracting(notAsked.filter(\.isKept).map(\.who)).sorted()
    }

    /// Whether the reader may leave somebody out: a professional who plans with all it is about, while it is open.
    func mayLeaveOut(_ reading: Reading, at now: Moment) -> Bool {
        !canBeLeftOut.isEmpty && consent.persons.allSatisfy(reading.mayHandCard(to:))
            && consent.persons.contains { consent.isOpen(for: $0, at: now) }
    }
}

extension Link {
    static func notAsked(_ family: ID<Family>, _ id: ID<Consent>) -> Link {
        "/families/\(family)/consents/\(id)/not-asked"
    }
}
