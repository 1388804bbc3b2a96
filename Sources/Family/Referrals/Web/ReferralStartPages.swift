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

/// Referring a young person, and how that stands for who reads about them.
package struct ReferralStartPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/referrals", use: list)
        router.get("families/:family/referrals/new", use: new)
        router.post("families/:family/referrals", use: send)
    }

    @Sendable private func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let (vault, today) = (installation.vault, visit.today)
        let look = try visit.look(.read, at: ItemName(.referral, family))
        let content = try await dossiers.read(family, look) { key, connection -> Found<FamilyReferrals>? in
            guard let content = try FamilyReferrals(on: today, key, connection, vault) else { return nil }
            return Found(content, about: Set(content.referrals.map(\.referral.person)))
        }
        guard let content else { throw Problem.notFound }
        let page = FamilyReferralsPage(language: visit.language, content: content, today: visit.today)
        return .page(Layout(frame(content.reading, visit), page.html).html)
    }

    @Sendable private func new(_ request: Request, _ visit: Visit) async throws -> Response {
        let query = request.uri.queryParameters
        let person = query["person"].flatMap { ID<Person>(String($0)) }
        let origin = query["from"].flatMap { ID<Referral>(String($0)) }
        return try await page(visit.typed.map { ReferralDraft($0) } ?? ReferralDraft(of: person, from: origin), visit)
    }

    @Sendable private func send(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        var draft = ReferralDraft(form)
        let content = try await content(draft, visit)
        guard let wish = wish(&draft, content, visit) else { return try page(draft, content, visit) }
        let (now, ids, vault) = (visit.now, installation.ids, installation.vault)
        let look = try visit.look(.create, at: ItemName(.referral, family))
        do {
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                try connection.send(wish, at: now, ids: ids, key, vault)
                return Found(Link.referrals(key.family).text, about: [wish.person])
            }
            guard done != nil else { return try installation.handedBack([draft.question], visit) }
            await live.wrote(in: family)
            return .seeOther(.referrals(family))
        } catch let refusal as Referral.Refusal {
            if refusal == .notYours { return try installation.handedBack([draft.question], visit) }
            draft.errors.append(FieldError("basis", visit.language.referrals.refused(refusal)))
            return try page(draft, try await self.content(draft, visit), visit)
        }
    }

    /// What was typed well.
    private func wish(_ draft: inout ReferralDraft, _ content: ReferralFormContent, _ visit: Visit) -> ReferralWish? {
        let words = visit.language.referrals
        var question: PlainText?
        do { question = try PlainText.paragraphs(draft.question, limit: 5_000) } catch {
            draft.errors.append(
                FieldError("question", error == .empty ? words.questionMissing : visit.language.notes.wrong(error)))
        }
        let bases = content.bases.map(\.standing.basis)
        let basis = bases.first { $0.formValue == draft.basis }
        if basis == nil { draft.errors.append(FieldError("basis", words.basisMissing)) }
        let chosen = content.organisations.map(\.organisation.id).filter(draft.organisations.contains)
        if chosen.isEmpty { draft.errors.append(FieldError("organisation", words.whomMissing)) }
        var parts: [(source: Shareable.Source, basis: SharedPart.Basis)] = []
        for found in content.shareables {
            guard let typed = draft.parts[found.source.name], !typed.isEmpty else { continue }
            guard let basis = bases.first(where: { $0.formValue == typed }) else {
                draft.errors.append(FieldError(found.source.name, words.basisMissing))
                continue
            }
            parts.append((found.source, basis))
        }
        guard draft.errors.isEmpty, let question, let basis else { return nil }
        let (ids, now) = (installation.ids, visit.now)
        return ReferralWish(
            person: content.person, to: chosen.map { (ids.next(at: now), $0) }, question: question, basis: basis,
            parts: parts, origin: draft.origin)
    }

    private func content(_ draft: ReferralDraft, _ visit: Visit) async throws -> ReferralFormContent {
        let family: ID<Family> = try visit.id("family")
        guard let person = draft.person else { throw Problem.notFound }
        let now = visit.now
        let look = try visit.look(.read, at: ItemName(.referral, family))
        let content = try await dossiers.read(family, look) { key, connection in
            try ReferralFormContent(of: person, at: now, key, connection).map { Found($0, about: [person]) }
        }
        guard let content else { throw Problem.notFound }
        return content
    }

    private func page(_ draft: ReferralDraft, _ visit: Visit) async throws -> Response {
        try page(draft, try await content(draft, visit), visit)
    }

    private func page(_ draft: ReferralDraft, _ content: ReferralFormContent, _ visit: Visit) throws -> Response {
        let page = ReferralFormPage(
            language: visit.language, content: content, draft: draft, token: visit.token ?? "",
            form: installation.newForm(visit))
        var frame = frame(content.reading, visit)
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: frame.isError ? .badRequest : .ok)
    }

    private func frame(_ reading: Reading, _ visit: Visit) -> Frame {
        var frame = installation.familyFrame(visit, title: visit.language.referrals.title, for: reading)
        frame.isNarrow = true
        return frame
    }
}
