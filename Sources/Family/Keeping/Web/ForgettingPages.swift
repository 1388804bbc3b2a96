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

/// Asking to have erased what is kept about somebody, and deciding about it.
package struct ForgettingPages: Sendable {
    let installation: Installation
    let dossiers: Dossiers
    /// The page on which it is asked.
    private let keeping: KeepingPages

    private static let longest = 2_000

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        (self.installation, self.dossiers) = (installation, dossiers)
        keeping = KeepingPages(installation, dossiers)
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.post("families/:family/forgettings", use: ask)
        router.get(
            "families/:family/forgettings/:forgetting",
            use: { _, visit in try await page(visit.typed.map { ForgettingDraft($0) } ?? ForgettingDraft(), visit) })
        router.get("families/:family/forgettings/:forgetting/agreement", use: agreement)
        router.post("families/:family/forgettings/:forgetting/agreement", use: agree)
        router.post("families/:family/forgettings/:forgetting/decision", use: decide)
        router.post("families/:family/forgettings/:forgetting/answer", use: answer)
        router.post("families/:family/forgettings/:forgetting/withdrawal", use: withdraw)
    }

    @Sendable private func ask(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let form = try await FormBody.read(request)
        guard let person = form.id("person", Person.self) else { throw Problem.malformed }
        let field = KeepingDraft.words(of: person)
        var draft = KeepingDraft(form)
        let words = form.optional(field, limit: Self.longest, visit.language.invitations.wrong, &draft.errors)
        guard draft.errors.isEmpty else { return try await keeping.page(draft, visit) }
        let (now, vault) = (visit.now, installation.vault)
        let id: ID<Forgetting> = installation.ids.next(at: now)
        let ids = installation.ids
        do {
            let done = try await dossiers.change(family, visit, form, at: ItemName(.forgetting, id)) {
                key, connection in
                try connection.askForgetting(as: id, about: person, saying: words, at: now, ids: ids, key, vault)
                return .keeping(key.family)
            }
            guard done != nil else { throw Problem.notFound }
        } catch Forgetting.Refusal.notYours { throw Problem.notFound } catch Forgetting.Refusal.nobodyDecides {
            draft.isPossible = false
            return try await keeping.page(draft, visit)
        } catch is Forgetting.Refusal {
            // It was asked before: the page shows how that stands.
        }
        return .seeOther(.keeping(family))
    }

    @Sendable private func withdraw(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Forgetting> = try visit.id("forgetting")
        let form = try await FormBody.read(request)
        let (now, vault) = (visit.now, installation.vault)
        do {
            let done = try await dossiers.change(family, visit, form, at: ItemName(.forgetting, id)) {
                key, connection in
                try connection.withdrawForgetting(id, at: now, key, vault)
                return .keeping(key.family)
            }
            guard done != nil else { throw Problem.notFound }
        } catch Forgetting.Refusal.notYours { throw Problem.notFound } catch is Forgetting.Refusal {
            // It was decided meanwhile: the page says so.
        }
        return .seeOther(.keeping(family))
    }

    @Sendable private func decide(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        switch form.text("decision") {
        case "erase": return try await carryOut(.grant, visit)
        case "refuse": return try await refuse(form, visit)
        case let said where said == "saidYes" || said == "saidNo":
            guard let person = form.id("person", Person.self) else { throw Problem.malformed }
            return try await carryOut(.note(person, isYes: said == "saidYes"), visit)
        default: throw Problem.malformed
        }
    }

    private func refuse(_ form: FormBody, _ visit: Visit) async throws -> Response {
        let words = visit.language.keeping
        var draft = ForgettingDraft(form)
        let reason = form.optional(
            "reason", limit: Self.longest, visit.language.invitations.wrong, &draft.errors)
        if reason == nil, draft.errors.isEmpty { draft.errors.append(FieldError("reason", words.reasonMissing)) }
        let second = Promise.Owner(formValue: draft.second)
        if second == nil { draft.errors.append(FieldError("second", words.secondMissing)) }
        guard let reason, let second, draft.errors.isEmpty else { return try await page(draft, visit) }
        do { return try await carryOut(.refuse(because: reason, asking: second), visit) } catch {
            guard error is SecondProfessional.Refusal else { throw error }
            draft.errors.append(FieldError("second", words.secondMissing))
            return try await page(draft, visit)
        }
    }

    @Sendable private func answer(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        guard let said = SecondProfessional.Answer(rawValue: form.text("answer")) else { throw Problem.malformed }
        do { return try await carryOut(.answer(said, because: nil), visit) } catch is SecondProfessional.Refusal {
            throw Problem.notFound
        }
    }

    private func carryOut(_ deed: ForgettingDeed, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Forgetting> = try visit.id("forgetting")
        let look = try visit.look(.update, at: ItemName(.forgetting, id))
        do {
            guard try await dossiers.decide(deed, about: id, in: family, ids: installation.ids, look) else {
                throw Problem.notFound
            }
        } catch Forgetting.Refusal.notYours { throw Problem.notFound } catch Forgetting.Refusal.notAllAgreed {
            // Somebody changed their mind, or the child turned 12: the page says for whom it waits.
            return .seeOther(.forgetting(family, id))
        } catch is Forgetting.Refusal {
            // Somebody was first: the page shows how it stands.
        }
        if case .note = deed { return .seeOther(.forgetting(family, id)) }
        return .seeOther(.today)
    }

    private func page(_ draft: ForgettingDraft, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Forgetting> = try visit.id("forgetting")
        let look = try visit.look(.read, at: ItemName(.forgetting, id))
        guard let found = try await dossiers.forgetting(id, in: family, look) else { throw Problem.notFound }
        let page = ForgettingPage(
            language: visit.language, found: found, draft: draft, token: visit.token ?? "",
            form: installation.newForm(visit))
        var frame = installation.frame(visit, title: visit.language.keeping.decideTitle)
        frame.leavesQuickly = true
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : .badRequest)
    }
}

/// What was typed why something is not erased.
struct ForgettingDraft: Equatable {
    var reason = ""
    var second = ""
    var errors: [FieldError] = []

    init() {}

    init(_ form: FormBody) { (reason, second) = (form.text("reason"), form.text("second")) }
}
