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

    /// The record is of the circle, as is that of the form: a line that names a referral would tell of one that is held.
    @Sendable private func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let (vault, today) = (installation.vault, visit.today)
        let look = try visit.look(.read, at: ItemName(.circle, family))
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
        guard let content = try await content(draft, visit) else {
            return try installation.handedBack([draft.question], visit)
        }
        guard let wish = wish(&draft, content, visit), let first = wish.to.first else {
            return try page(draft, content, visit)
        }
        let (now, ids, vault) = (visit.now, installation.ids, installation.vault)
        // By its own name, as the record leaves no trace where the referral is held.
        let look = try visit.look(.create, at: ItemName(.referral, first.id))
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
            let field = refusal == .changed ? "parts" : "to"
            draft.errors.append(FieldError(field, visit.language.referrals.refused(refusal)))
            return try await page(draft, visit)
        }
    }

    /// What was typed well.
    private func wish(_ draft: inout ReferralDraft, _ content: ReferralFormContent, _ visit: Visit) -> ReferralWish? {
        var question: PlainText?
        do { question = try PlainText.paragraphs(draft.question, limit: 5_000) } catch {
            let words = visit.language.referrals
            draft.errors.append(
                FieldError("question", error == .empty ? words.questionMissing : visit.language.notes.wrong(error)))
        }
        let receivers = draft.receivers(content, visit.language) { [ids = installation.ids] in ids.next(at: visit.now) }
        let parts = draft.chosen(content, for: receivers, visit.language)
        guard draft.errors.isEmpty, let question else { return nil }
        return ReferralWish(
            person: content.person, to: receivers, question: question, parts: parts, origin: draft.origin)
    }

    /// nil for who may not refer the young person.
    private func content(_ draft: ReferralDraft, _ visit: Visit) async throws -> ReferralFormContent? {
        let family: ID<Family> = try visit.id("family")
        guard let person = draft.person else { return nil }
        let now = visit.now
        let look = try visit.look(.read, at: ItemName(.circle, family))
        return try await dossiers.read(family, look) { key, connection in
            try ReferralFormContent(of: person, from: draft.origin, at: now, key, connection).map {
                Found($0, about: [person])
            }
        }
    }

    private func page(_ draft: ReferralDraft, _ visit: Visit) async throws -> Response {
        guard let content = try await content(draft, visit) else {
            return try installation.handedBack([draft.question], visit)
        }
        return try page(draft, content, visit)
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

extension ReferralDraft {
    /// Whom is asked, each on a basis of its own: what names one party lets nobody else know.
    mutating func receivers(
        _ content: ReferralFormContent, _ language: Language, _ id: () -> ID<Referral>
    ) -> [ReferralWish.Receiver] {
        let words = language.referrals
        let bases = content.bases.map(\.standing)
        var used: [SharedPart.Basis] = []
        var found: [ReferralWish.Receiver] = []
        for organisation in content.organisations.map(\.organisation.id) {
            guard let typed = receivers[organisation], !typed.isEmpty else { continue }
            let field = Self.field(organisation)
            guard let basis = bases.map(\.basis).first(where: { $0.formValue == typed }) else {
                errors.append(FieldError(field, words.basisMissing))
                continue
            }
            if used.contains(where: { bases.nameOneParty($0, basis) }) {
                errors.append(FieldError(field, words.partyTwice))
            }
            used.append(basis)
            found.append(ReferralWish.Receiver(id(), organisation, on: basis))
        }
        if found.isEmpty, errors.allSatisfy({ !$0.field.hasPrefix("to-") }) {
            errors.append(FieldError("to", words.whomMissing))
        }
        return found
    }

    /// What goes along: as it was read, and to a party that is asked.
    mutating func chosen(
        _ content: ReferralFormContent, for receivers: [ReferralWish.Receiver], _ language: Language
    ) -> [ReferralWish.Chosen] {
        let words = language.referrals
        let bases = content.bases.map(\.standing)
        var chosen: [ReferralWish.Chosen] = []
        for (name, typed) in parts.sorted(by: { $0.key < $1.key }) where !typed.isEmpty {
            let found = content.shareables.first { $0.source.name == name }
            guard let found, found.digest == read[name] else {
                errors.append(FieldError(found == nil ? "parts" : name, words.refused(.changed)))
                parts[name] = nil
                continue
            }
            guard let basis = bases.map(\.basis).first(where: { $0.formValue == typed }) else {
                errors.append(FieldError(name, words.basisMissing))
                continue
            }
            guard receivers.isEmpty || receivers.contains(where: { bases.nameOneParty($0.basis, basis) }) else {
                errors.append(FieldError(name, words.partyNotAsked))
                continue
            }
            chosen.append(ReferralWish.Chosen(found, on: basis))
        }
        return chosen
    }
}
